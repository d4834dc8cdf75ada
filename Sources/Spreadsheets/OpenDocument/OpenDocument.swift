/// A workbook in OpenDocument, read from its archive. All sheets are in one part, so a first reading finds their names and
/// keeps the start of each.
final class OpenDocument: Sendable {
    private let archive: ZipArchive
    private let content: ZipArchive.Member
    let sheets: [Spreadsheet.Sheet]
    private let heads: [[UInt8]]
    private let places: [XMLPlace?]

    init(_ archive: ZipArchive, _ content: ZipArchive.Member) throws {
        self.archive = archive
        self.content = content
        var part = ContentPart(file: archive.name, target: nil, width: nil) { _ in }
        try XMLReader.readLarge(archive, content, into: &part)
        (sheets, heads, places) = (part.sheets, part.heads, part.places)
    }

    /// The start of the sheet's text; nil when it was not kept.
    func head(of sheet: Spreadsheet.Sheet) -> [UInt8]? {
        sheet.index < heads.count ? heads[sheet.index] : nil
    }

    func writeText(
        of sheet: Spreadsheet.Sheet, width: Int?, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> SheetSummary {
        try withoutActuallyEscaping(body) { body in
            // From its place on, the sheet is the first one.
            let place = places[sheet.index]
            var part = ContentPart(
                file: archive.name, target: place == nil ? sheet.index : 0, width: width, write: body)
            try XMLReader.readLarge(archive, content, from: place, into: &part)
            return try part.finish()
        }
    }
}
