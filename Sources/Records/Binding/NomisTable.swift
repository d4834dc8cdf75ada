import Core
package import PipelineDefinition

/// A Nomis table as it is downloaded. One form has titles, a header with `mnemonic` and one column for each year, one
/// row for each area, and notes. The other is the form of the Nomis API, with `GEOGRAPHY_CODE`, `DATE` and `OBS_VALUE`.
package struct NomisTable {
    private var found = NomisNumbers()

    /// The years of the table, the earliest first.
    package var years: [Int] { found.numbers.keys.sorted() }

    /// Returns the number of an area, by its code, in a year. Codes are compared without regard to case.
    package func number(_ code: String, _ year: Int) -> Int? { found.numbers[year]?[code.uppercased()] }

    /// Returns whether the area's row says that there is no number for the year.
    package func isBlank(_ code: String, _ year: Int) -> Bool {
        found.blanks[year]?.contains(code.uppercased()) ?? false
    }

    /// Returns whether an area has a row.
    package func has(_ code: String) -> Bool { found.codes.contains(code.uppercased()) }

    /// Reads the table. Errors are a table with neither form of header, a table without a year, and a value that is not
    /// a number. A table that counts only a part of the population is an error too, unless its population is named.
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
        // Without a year, nothing was read, and the reported error gives the reason.
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
