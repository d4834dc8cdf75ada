import Core
import Crypto
import Files
import Spreadsheets
import Synchronization
import SystemPackage

/// A workbook with the texts of its sheets as they are needed.
final class WorkbookTexts: Sendable {
    let sheets: [Spreadsheet.Sheet]
    /// The plain SHA-256 of a workbook in an archive; empty for one on disk.
    let sha256: String
    private let spreadsheet: Spreadsheet
    private let texts: [Slot]

    /// The text of a sheet, which the first reader makes while the others wait.
    private final class Slot: Sendable {
        let made = Mutex<Result<(ContainedText, SheetFacts), ExtractError>?>(nil)
    }

    /// Opens a workbook on disk.
    convenience init(path: String, name: String) throws {
        self.init(try Spreadsheet(path: path, name: name), sha256: "")
    }

    /// Opens a workbook in an archive. A workbook is read at random, so that it is unpacked into memory first.
    convenience init(unpacking member: ZipArchive.Member, of archive: ZipArchive, name: String) throws {
        let file = try UnpackedFile()
        var hash = SHA256()
        try archive.read(member, limit: UnpackedFile.longest) {
            hash.update(bufferPointer: $0)
            try file.append($0)
        }
        self.init(try Spreadsheet(path: file.path, name: name), sha256: Hexadecimal.text(of: hash.finalize()))
        // All sheets are read at once, so that the unpacked file can go: a download may hold many workbooks.
        for sheet in sheets { _ = try? text(of: sheet.name, name: name) }
        withExtendedLifetime(file) {}
    }

    private init(_ spreadsheet: Spreadsheet, sha256: String) {
        self.spreadsheet = spreadsheet
        self.sha256 = sha256
        sheets = spreadsheet.sheets
        texts = sheets.map { _ in Slot() }
    }

    /// Returns the text of a sheet. Throws `ExtractError` when there is none of the name, or it cannot be read.
    func text(of sheet: String, name: String) throws(ExtractError) -> (ContainedText, SheetFacts) {
        guard let index = sheets.firstIndex(where: { $0.name == sheet }) else {
            throw .unreadable(file: name, errno: .noSuchFileOrDirectory)
        }
        return try texts[index].made.withLock { made -> Result<(ContainedText, SheetFacts), ExtractError> in
            if let made { return made }
            let new = Result { () throws(ExtractError) in try text(sheets[index], name) }
            made = new
            return new
        }.get()
    }

    private func text(_ sheet: Spreadsheet.Sheet, _ name: String) throws(ExtractError) -> (ContainedText, SheetFacts) {
        var writer = ContainedText.Writer()
        do {
            let width = SheetWidth(head: try spreadsheet.head(of: sheet))
            let summary = try spreadsheet.writeText(of: sheet, width: width.columns) { try writer.append($0) }
            return (
                try writer.finish(),
                SheetFacts(
                    name: sheet.name, isHidden: sheet.isHidden, isTable: width.fullRows >= 3, columns: width.columns,
                    summary: summary)
            )
        } catch { throw ExtractError(error, of: name) }
    }
}
