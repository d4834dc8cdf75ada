import Core
import Ingestion
import PipelineDefinition

/// The text of a Nomis table and its header. The text is in UTF-8, or in UTF-16 with a byte order mark, with commas,
/// semicolons or tabs.
struct NomisSheet {
    /// The columns of the header that are needed, for each form of table.
    enum Form {
        /// One row for each area and one column for each year.
        case years(code: Int, [(column: Int, year: Int)])
        /// One row for each area and date.
        case dates(code: Int, date: Int, value: Int)
    }

    let form: Form
    /// The names of the columns in lower case.
    let columns: [String]
    /// The rows above and below the header, by their position in the text.
    let titles, rows: Range<Int>
    private let text: CSVText
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let path: String

    /// The reason why a table cannot be read.
    enum Fault: Error {
        case noHeader
        case noText(DefinitionError.Kind, SourcePosition)
    }

    /// Finds the header. Throws if there is no header, or if the text is not valid CSV.
    init(_ file: [UInt8], path: String) throws(Fault) {
        let bytes = try Self.utf8(file, path)
        let texts = Array(",;\t".utf8).map { (delimiter: $0, text: CSVText(bytes, delimiter: $0)) }
        for (delimiter, text) in texts {
            for (place, row) in text.rows.enumerated() {
                let columns = row.fields.map { Self.trimmed($0).lowercased() }
                guard let form = Self.form(columns) else { continue }
                // The rows after an unclosed quote would be read as part of its value.
                if let line = text.malformedLine { throw Self.malformed(path, line) }
                (self.form, self.columns, self.text, self.bytes) = (form, columns, text, bytes)
                (self.delimiter, self.path) = (delimiter, path)
                (titles, rows) = (0..<place, place + 1..<text.rows.count)
                return
            }
        }
        if texts.allSatisfy({ $0.text.malformedLine != nil }), let line = texts[0].text.malformedLine {
            throw Self.malformed(path, line)
        }
        throw .noHeader
    }

    /// Returns the values of a row, without spaces around them.
    func fields(ofRow row: Int) -> [String] { text.rows[row].fields.map(Self.trimmed) }

    /// Returns the place where a value starts.
    func position(row: Int, column: Int) -> SourcePosition {
        let place = text.place(ofField: column, inRow: row, of: bytes, delimiter: delimiter)
        return SourcePosition(file: path, line: place.line, column: place.column)
    }

    /// Returns the year of `2022`, `mid-2022` or `2022-06`.
    static func year(_ text: String) -> Int? {
        let date = text.lowercased().hasPrefix("mid-") ? text.dropFirst(4) : text[...]
        guard let digits = date.split(separator: "-").first, digits.count == 4, let year = Int(digits) else {
            return nil
        }
        return (1900...2100).contains(year) ? year : nil
    }

    private static func form(_ columns: [String]) -> Form? {
        if let code = columns.firstIndex(of: "mnemonic") {
            return .years(
                code: code, columns.enumerated().compactMap { column, name in year(name).map { (column, $0) } })
        }
        guard let code = columns.firstIndex(of: "geography_code"), let date = columns.firstIndex(of: "date"),
            let value = columns.firstIndex(of: "obs_value")
        else { return nil }
        return .dates(code: code, date: date, value: value)
    }

    private static func utf8(_ file: [UInt8], _ path: String) throws(Fault) -> [UInt8] {
        guard let order = UTF16Text.order(file) else { return ByteOrderMark.removed(from: file) }
        do throws(UTF16Text.Fault) {
            return try UTF16Text(file, isBigEndian: order == .utf16BigEndian).utf8
        } catch {
            switch error {
            case .unpairedSurrogate(let line), .oddByte(let line):
                throw .noText(
                    .expected("UTF-16, as the file's mark says", found: "half of a character"),
                    SourcePosition(file: path, line: line, column: 1))
            }
        }
    }

    private static func malformed(_ path: String, _ line: Int) -> Fault {
        .noText(.malformedCSV, SourcePosition(file: path, line: line, column: 1))
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
