import Synchronization

/// A workbook in Office Open XML, read from its archive.
final class ExcelWorkbook: Sendable {
    /// What all sheets of the workbook share.
    struct Values {
        let strings: SharedStrings
        let formats: [CellFormat]
        let is1904: Bool
    }

    private let archive: ZipArchive
    let sheets: [Spreadsheet.Sheet]
    /// The part of each sheet.
    private let parts: [ZipArchive.Member]
    private let stringsPart: ZipArchive.Member?
    private let formats: [CellFormat]
    private let is1904: Bool
    private let strings = Mutex<SharedStrings?>(nil)

    /// Reads the list of sheets and the styles.
    init(_ package: DocumentPackage, main: String) throws {
        archive = package.archive
        var workbook = WorkbookPart()
        try XMLReader.read(archive, try package.part(main), into: &workbook)
        let related = try package.relationships(of: main)
        // Relationships without an identifier, or with that of another, are found in the order of the part.
        let targets = Dictionary(related.map { ($0.identifier, $0) }) { first, _ in first }
        var (sheets, parts) = ([Spreadsheet.Sheet](), [ZipArchive.Member]())
        for sheet in workbook.sheets {
            guard let target = targets[sheet.relationship] else {
                throw SpreadsheetError.missingPart(file: archive.name, part: sheet.name)
            }
            guard target.type.hasSuffix("/worksheet") else { continue }
            sheets.append(
                Spreadsheet.Sheet(
                    name: sheet.name, isHidden: sheet.state == "hidden" || sheet.state == "veryHidden",
                    index: sheets.count))
            parts.append(try package.part(target.target, limit: .max))
        }
        (self.sheets, self.parts, is1904) = (sheets, parts, workbook.is1904)
        var styles = StylesPart()
        if let path = related.first(where: { $0.type.hasSuffix("/styles") })?.target, let part = archive.member(path) {
            try archive.check(part, limit: ArchiveLimits.part, ratio: ArchiveLimits.ratio)
            try XMLReader.read(archive, part, into: &styles)
        }
        formats = styles.formats
        stringsPart = related.first { $0.type.hasSuffix("/sharedStrings") }.flatMap {
            package.archive.member($0.target)
        }
        if let stringsPart {
            try archive.check(
                stringsPart, limit: ArchiveLimits.sharedStrings, ratio: ArchiveLimits.sharedStringsRatio)
        }
    }

    func writeText(
        of sheet: Spreadsheet.Sheet, width: Int?, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> SheetSummary {
        let values = Values(strings: try sharedStrings(), formats: formats, is1904: is1904)
        let member = parts[sheet.index]
        return try withoutActuallyEscaping(body) { body in
            var part = WorksheetPart(
                file: archive.name, sheet: sheet.name, part: member.name, workbook: values, width: width, write: body)
            try XMLReader.readLarge(archive, member, into: &part)
            return try part.finish()
        }
    }

    /// The shared strings, which the first sheet that is read needs.
    private func sharedStrings() throws -> SharedStrings {
        guard let stringsPart else { return .none }
        return try strings.withLock { strings in
            if let strings { return strings }
            var part = SharedStringsPart()
            try XMLReader.readLarge(archive, stringsPart, into: &part)
            let read = SharedStrings(part)
            strings = read
            return read
        }
    }
}
