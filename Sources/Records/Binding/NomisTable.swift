import Core
package import PipelineDefinition

/// A table of Nomis as it is downloaded: titles, a header with `mnemonic` and a column a year, a row an area, and notes; or the
/// form of its interface, with `GEOGRAPHY_CODE`, `DATE` and `OBS_VALUE`.
package struct NomisTable {
    private var found = NomisNumbers()

    /// The years that it has, the earliest first.
    package var years: [Int] { found.numbers.keys.sorted() }

    /// The number of an area, by its code, in a year. Small letters of codes are capital ones.
    package func number(_ code: String, _ year: Int) -> Int? { found.numbers[year]?[code.uppercased()] }

    /// Whether the row of an area says that there is no number of a year.
    package func isBlank(_ code: String, _ year: Int) -> Bool {
        found.blanks[year]?.contains(code.uppercased()) ?? false
    }

    /// Whether an area has a row.
    package func has(_ code: String) -> Bool { found.codes.contains(code.uppercased()) }

    /// Reads the table. One that has neither header or no year, a number that is none, and unless its population is named, a
    /// part of the population, are errors.
    package init?(
        _ name: Located<String>, isPopulationNamed: Bool, _ folder: DefinitionFolder,
        _ errors: DefinitionErrorCollector
    ) {
        guard let bytes = folder.bytes(name, errors) else { return nil }
        let sheet: NomisSheet
        do throws(NomisSheet.Fault) {
            sheet = try NomisSheet(bytes, path: folder.path(name.value))
        } catch {
            switch error {
            case .noText(let kind, let position): errors.report(kind, at: position)
            case .noHeader:
                errors.report(
                    .contradiction(
                        "'\(name.value)' has no Nomis header: a column 'mnemonic' and one for each year, or "
                            + "GEOGRAPHY_CODE, DATE and OBS_VALUE. Download it as CSV, or write a table with the column "
                            + "'denominator'"), at: name.position)
            }
            return nil
        }
        guard isPopulationNamed || sheet.isOfWholePopulation(errors) else { return nil }
        switch sheet.form {
        case .years(let code, let years): readYears(sheet, code, years, name, errors)
        case .dates(let code, let date, let value): readDates(sheet, code, date, value, name, errors)
        }
        // Without a year nothing was read, and its error says why.
        guard !found.codes.isEmpty else { return nil }
    }

    private mutating func readYears(
        _ sheet: NomisSheet, _ code: Int, _ years: [(column: Int, year: Int)], _ name: Located<String>,
        _ errors: DefinitionErrorCollector
    ) {
        let header = sheet.rows.lowerBound - 1
        guard !years.isEmpty else {
            errors.report(
                .contradiction(
                    "no column of '\(name.value)' is headed by a year, such as 2025. Download it with the years as columns"
                ),
                at: sheet.position(row: header, column: code))
            return
        }
        if Set(years.map(\.year)).count < years.count {
            errors.report(NomisNumbers.twice("a year", name), at: sheet.position(row: header, column: code))
            return
        }
        for row in sheet.rows {
            let fields = sheet.fields(ofRow: row)
            guard fields.count > code, Self.isCode(fields[code]) else { continue }
            for (column, year) in years where fields.count > column {
                found.add(fields[column], fields[code], year, of: name) {
                    errors.report($0, at: sheet.position(row: row, column: column))
                }
            }
        }
        reportLackOfRows(name, at: sheet.position(row: header, column: code), errors)
    }

    private mutating func readDates(
        _ sheet: NomisSheet, _ code: Int, _ date: Int, _ value: Int, _ name: Located<String>,
        _ errors: DefinitionErrorCollector
    ) {
        var undated: (row: Int, text: String)?
        for row in sheet.rows {
            let fields = sheet.fields(ofRow: row)
            guard fields.count > max(code, date, value) else { continue }
            guard let year = NomisSheet.year(fields[date]) else {
                undated = undated ?? (row, fields[date])
                continue
            }
            found.add(fields[value], fields[code], year, of: name) {
                errors.report($0, at: sheet.position(row: row, column: value))
            }
        }
        if found.codes.isEmpty, let undated {
            errors.report(
                .expected("a year such as 2025", found: undated.text),
                at: sheet.position(row: undated.row, column: date))
            return
        }
        reportLackOfRows(name, at: sheet.position(row: sheet.rows.lowerBound - 1, column: code), errors)
    }

    private func reportLackOfRows(
        _ name: Located<String>, at position: SourcePosition, _ errors: DefinitionErrorCollector
    ) {
        guard found.codes.isEmpty else { return }
        errors.report(
            .contradiction("no row below the header of '\(name.value)' has the code of an area"), at: position)
    }

    private static func isCode(_ text: String) -> Bool { text.count == 9 && text.dropFirst().allSatisfy(\.isNumber) }
}
