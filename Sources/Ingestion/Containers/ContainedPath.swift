import Files
import SystemPackage

/// The path of a table that lies in another file: a sheet of a workbook, or a file of a zip archive. It is the path of that
/// file, a slash and the table's name: `returns.xlsx/Q1`, `2019-04.zip/2019-04/2019-04-cleveland-street.csv`.
package struct ContainedPath: Hashable, Sendable {
    /// The path of the workbook or archive.
    package let container: String
    /// The name of the table in it. A workbook in an archive adds a further slash and the sheet's name.
    package let table: String

    /// Creates a path from its parts.
    package init(container: String, table: String) {
        self.container = container
        self.table = table
    }

    /// Returns nil when the path is not that of a table in a workbook or an archive on disk.
    package init?(_ path: String) {
        guard let place = Self.split(path), let status = try? SystemCall.status(place.container),
            status.type == .regular
        else { return nil }
        self = place
    }

    /// Returns the path divided after the first part with the ending of a workbook or an archive; nil when there is none, or
    /// nothing follows it. Names alone decide.
    package static func split(_ path: String) -> ContainedPath? {
        let bytes = path.utf8
        var slash = bytes.startIndex
        while let next = bytes[slash...].firstIndex(of: 0x2F) {
            slash = bytes.index(after: next)
            guard next != bytes.startIndex, slash != bytes.endIndex, ContainerKind(path[..<next]) != nil else {
                continue
            }
            return ContainedPath(container: String(path[..<next]), table: String(path[slash...]))
        }
        return nil
    }

    /// Returns the name of the workbook that has the sheet with the name; nil if the name is not that of a sheet.
    package static func workbook(of file: String) -> String? {
        guard let place = split(file) else { return nil }
        if ContainerKind(place.container) == .workbook { return place.container }
        return split(place.table).map { place.container + "/" + $0.container }
    }
}

/// A kind of file that contains tables, by the ending of its name.
package enum ContainerKind: Sendable {
    case workbook
    case archive

    /// The endings of workbooks and archives that are read.
    package static let workbooks = [".xlsx", ".xlsm", ".ods"]
    package static let archives = [".zip"]
    /// The endings of workbooks that are not read, because their form is binary or closed.
    package static let unreadable = [".xls", ".xlsb", ".numbers"]

    /// Returns nil when the name has none of the endings.
    package init?(_ name: some StringProtocol) {
        // Nearly all names end in `csv`, and a run looks at tens of thousands of them.
        guard let last = name.utf8.suffix(1).first, Self.lastLetters.contains(last | 0x20) else { return nil }
        let end = name.suffix(5).lowercased()
        if Self.workbooks.contains(where: end.hasSuffix) {
            self = .workbook
        } else if Self.archives.contains(where: end.hasSuffix) {
            self = .archive
        } else {
            return nil
        }
    }

    private static let lastLetters = Array("xmsp".utf8)
}
