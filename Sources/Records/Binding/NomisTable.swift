import Core
import Ingestion
package import PipelineDefinition

/// A table of Nomis as it is downloaded: titles, a header with `mnemonic` and a column a year, a row an area, and notes; or the
/// form of its interface, with `GEOGRAPHY_CODE`, `DATE` and `OBS_VALUE`.
package struct NomisTable {
    private var numbers: [Int: [String: Int]] = [:]

    /// The years that it has, the earliest first.
    package var years: [Int] { numbers.keys.sorted() }

    /// The number of an area, by its code, in a year.
    package func number(_ code: String, _ year: Int) -> Int? { numbers[year]?[code] }

    /// Reads the table. One that has neither header, or a number that is none, is an error.
    package init?(_ name: Located<String>, _ folder: DefinitionFolder, _ errors: DefinitionErrorCollector) {
        guard let bytes = folder.bytes(name, errors) else { return nil }
        let text = CSVText(ByteOrderMark.removed(from: bytes))
        let rows = text.rows
        let path = folder.path(name.value)
        // A quote that is never closed would take the rows behind it for its text.
        if let line = text.malformedLine {
            errors.report(.malformedCSV, at: SourcePosition(file: path, line: line, column: 1))
            return nil
        }
        func twice(_ what: String, _ row: CSVText.Row) {
            errors.report(
                .contradiction(
                    "\(what) is in '\(name.value)' twice; download one block of the table, such as the total of both sexes"
                ),
                at: SourcePosition(file: path, line: row.line, column: 1))
        }
        func wrong(_ value: String, _ row: CSVText.Row) {
            errors.report(
                .expected("a positive whole number", found: value),
                at: SourcePosition(file: path, line: row.line, column: 1))
        }
        for (index, row) in rows.enumerated() {
            let header = row.fields.map { $0.lowercased() }
            if let code = header.firstIndex(of: "mnemonic") {
                let years = header.indices.compactMap { column in Self.year(header[column]).map { (column, $0) } }
                if Set(years.map(\.1)).count < years.count { twice("a year", row) }
                for row in rows[(index + 1)...] where row.fields.count > code && Self.isCode(row.fields[code]) {
                    for (column, year) in years where row.fields.count > column {
                        let isNew = add(row.fields[column], row.fields[code], year) { wrong(row.fields[column], row) }
                        if !isNew { twice(row.fields[code], row) }
                    }
                }
                return
            }
            if let code = header.firstIndex(of: "geography_code"), let date = header.firstIndex(of: "date"),
                let value = header.firstIndex(of: "obs_value")
            {
                for row in rows[(index + 1)...] where row.fields.count == header.count {
                    guard let year = Self.year(row.fields[date]) else { continue }
                    let isNew = add(row.fields[value], row.fields[code], year) { wrong(row.fields[value], row) }
                    if !isNew { twice(row.fields[code], row) }
                }
                return
            }
        }
        errors.report(
            .contradiction(
                "'\(name.value)' has no header of Nomis: a column 'mnemonic' and one for each year, or GEOGRAPHY_CODE, DATE and "
                    + "OBS_VALUE. Download it as CSV, or write a table with the column 'denominator'"),
            at: name.position)
        return nil
    }

    /// False when the area has a number of the year already.
    private mutating func add(_ text: String, _ code: String, _ year: Int, wrong: () -> Void) -> Bool {
        let digits = WholeNumber.ungrouped(text, separator: ",")
        // Nomis writes a dash or `..` where there is no number.
        guard !["", "-", "..", "!", "~"].contains(digits) else { return true }
        guard let number = Int(digits), number > 0 else {
            wrong()
            return true
        }
        return numbers[year, default: [:]].updateValue(number, forKey: code) == nil
    }

    /// The year of `2022`, `mid-2022` or `2022-06`.
    private static func year(_ text: String) -> Int? {
        let date = text.lowercased().hasPrefix("mid-") ? text.dropFirst(4) : text[...]
        guard let digits = date.split(separator: "-").first, digits.count == 4, let year = Int(digits) else {
            return nil
        }
        return (1900...2100).contains(year) ? year : nil
    }

    private static func isCode(_ text: String) -> Bool { text.count == 9 && text.dropFirst().allSatisfy(\.isNumber) }
}
