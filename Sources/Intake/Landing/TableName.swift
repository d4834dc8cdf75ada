import Ingestion
import Records

/// The name of a file of the landing folder, or of a table in a workbook or an archive, as patterns see it. A partner who
/// sends a workbook in place of a CSV file, or packs files into an archive, need not change the definition.
struct TableName {
    /// The workbook that holds the table, relative to the landing folder; nil when the table is not a sheet.
    let workbook: String?
    /// The names that a pattern may match: the whole name, and the names without archives and sheets.
    private let names: [String]

    init(_ file: String) {
        guard let place = ContainedPath.split(file) else {
            // A workbook that cannot be opened has no tables, and is named as its sheets would be.
            let isWorkbook = ContainerKind(file).map { $0 == .workbook } ?? false
            (workbook, names) = (nil, isWorkbook ? [file, Self.asCSV(file)] : [file])
            return
        }
        let inner = ContainedPath.split(place.table)
        workbook = ContainedPath.workbook(of: file)
        switch ContainerKind(place.container) {
        case .workbook:
            names = [file, place.container, Self.asCSV(place.container)]
        default:
            let folder = Self.folder(of: place.container)
            let member = inner?.container ?? place.table
            let base = member.split(separator: "/").last.map(String.init) ?? member
            var names = [file, place.container, place.container + "/" + member, folder + member, folder + base]
            if inner != nil { names += [folder + member, folder + base].map(Self.asCSV) }
            self.names = names
        }
    }

    /// Returns whether one of the patterns names the table.
    func isNamed(by patterns: [FilePattern]) -> Bool {
        patterns.contains { pattern in names.contains { pattern.matches($0) } }
    }

    /// Returns the name of a workbook with the ending of a CSV file.
    static func asCSV(_ workbook: String) -> String {
        workbook.lastIndex(of: ".").map { String(workbook[..<$0]) + ".csv" } ?? workbook
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
