/// A workbook in OpenDocument, read from its archive. All sheets are in one part, so a first reading finds their names and
/// keeps the start of each.
final class OpenDocument: Sendable {
    private let archive: ZipArchive
    private let content: ZipArchive.Member
    let sheets: [Spreadsheet.Sheet]
    private let heads: [[UInt8]]

    init(_ archive: ZipArchive, _ content: ZipArchive.Member) throws {
        self.archive = archive
        self.content = content
        var part = ContentPart(file: archive.name, target: nil, width: nil) { _ in }
        try XMLReader.readLarge(archive, content, into: &part)
        (sheets, heads) = (part.sheets, part.heads)
    }

    /// The start of the sheet's text; nil when it was not kept.
    func head(of sheet: Spreadsheet.Sheet) -> [UInt8]? {
        sheet.index < heads.count ? heads[sheet.index] : nil
    }

    func writeText(
        of sheet: Spreadsheet.Sheet, width: Int?, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> SheetSummary {
        try withoutActuallyEscaping(body) { body in
            var part = ContentPart(file: archive.name, target: sheet.index, width: width, write: body)
            try XMLReader.readLarge(archive, content, into: &part)
            return try part.finish()
        }
    }
}
