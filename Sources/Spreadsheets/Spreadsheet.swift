/// A workbook, `.xlsx` or `.ods`, by its contents. Its sheets are read as CSV text.
///
/// Row N of a sheet is line N of the text. Values are as exact as they are stored, whatever a cell's format shows: numbers
/// in their shortest decimal text, days as `2019-04-01`, a day with a time as `2019-04-01T13:05:00`, a format of months on
/// the first of a month as `2019-04`, percentages as `25%`.
package struct Spreadsheet: Sendable {
    /// A sheet with cells; sheets that are charts are left out.
    package struct Sheet: Hashable, Sendable {
        package let name: String
        package let isHidden: Bool
        /// The place in the list of sheets, from 0.
        package let index: Int
    }

    private enum Source {
        case excel(ExcelWorkbook)
        case openDocument(OpenDocument)
    }

    /// The sheets in their order.
    package let sheets: [Sheet]
    private let source: Source

    /// Opens the workbook. `name` is the file's name in messages; it is the path when there is none.
    package init(path: String, name: String? = nil) throws {
        try self.init(try ZipArchive(path: path, name: name))
    }

    /// Opens the workbook in an archive.
    package init(_ archive: ZipArchive) throws {
        switch try ArchiveContent(archive) {
        case .excel(let package, let main):
            let workbook = try ExcelWorkbook(package, main: main)
            (source, sheets) = (.excel(workbook), workbook.sheets)
        case .openDocument(let member):
            let document = try OpenDocument(archive, member)
            (source, sheets) = (.openDocument(document), document.sheets)
        case .document(let kind): throw SpreadsheetError.otherDocument(file: archive.name, kind)
        case .files: throw SpreadsheetError.otherDocument(file: archive.name, .other)
        }
    }

    /// Whether the archive is a document, which can be read as a workbook or not at all, rather than an archive of files.
    package static func isDocument(_ archive: ZipArchive) throws -> Bool {
        if case .files = try ArchiveContent(archive) { false } else { true }
    }

    /// Calls the body with successive pieces of the sheet's text: UTF-8, commas, LF at line ends, and quotes where they
    /// are needed. A line break inside a cell is a lone CR. Lines without a value are empty, and none come at the end.
    /// - Parameter width: the fields of each row that is not empty; longer rows keep theirs. Without it, each row is as wide
    ///   as the widest one before it.
    package func writeText(
        of sheet: Sheet, width: Int? = nil, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> SheetSummary {
        switch source {
        case .excel(let workbook): try workbook.writeText(of: sheet, width: width, body)
        case .openDocument(let document): try document.writeText(of: sheet, width: width, body)
        }
    }

    /// The bytes of a sheet's text with which a header can be recognised.
    package static let headSize = 1 << 15

    /// Returns the start of the sheet's text, of at least `headSize` bytes unless the sheet is shorter. The rest of the
    /// sheet is not read.
    package func head(of sheet: Sheet) throws -> [UInt8] {
        if case .openDocument(let document) = source, let head = document.head(of: sheet) { return head }
        let head = HeadText()
        do { _ = try writeText(of: sheet) { try head.append($0) } } catch is HeadText.Complete {}
        return head.bytes
    }
}

/// The start of a sheet's text.
final class HeadText {
    /// Thrown when there is enough text.
    struct Complete: Error {}

    private(set) var bytes: [UInt8] = []
    func append(_ piece: UnsafeRawBufferPointer) throws {
        bytes.append(contentsOf: piece)
        if bytes.count >= Spreadsheet.headSize { throw Complete() }
    }
}
