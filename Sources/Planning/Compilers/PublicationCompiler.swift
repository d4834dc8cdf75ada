import Core
import Formats
import PipelineDefinition
import Records
import Reporting

/// Resolves how releases are presented.
struct PublicationCompiler {
    let scope: NameScope
    let folder: DefinitionFolder

    func compile(_ definition: PublicationDefinition, _ schema: TableSchema?) -> Publication {
        for text in definition.howToRead { scope.checkPlaceholders(text) }
        let tables = scope.definition.tables.map(\.id.value)
        if let name = definition.summary, !tables.contains(name.value) {
            scope.errors.report(.unknownName(of: "table", name.value, known: tables), at: name.position)
        }
        return Publication(
            howToRead: definition.howToRead.map(\.value), summaryTable: definition.summary?.value,
            comments: definition.commentary.map { comments($0.table, schema) } ?? [:], formats: formats(definition))
    }

    /// Returns the formats that the definition names; empty when it does not name any.
    private func formats(_ definition: PublicationDefinition) -> [any AppendixFormat] {
        guard let given = definition.formats else { return [] }
        var formats: [any AppendixFormat] = []
        for name in given.value {
            if let format = AppendixFormats.format(name.value) {
                formats.append(format)
            } else {
                scope.errors.report(
                    .unknownName(of: "format", name.value, known: AppendixFormats.names), at: name.position)
            }
        }
        for format in AppendixFormats.all
        where format.mustBeNamed && !formats.contains(where: { $0.name == format.name }) {
            scope.errors.report(
                .contradiction("'\(format.name)' is always written, so it must be among the formats"),
                at: given.position)
        }
        return formats
    }

    /// Reads the commentary, which has one row for each indicator, quarter and partner.
    private func comments(
        _ name: Located<String>, _ schema: TableSchema?
    ) -> [FinancialQuarter: [Publication.Comment]] {
        let columns = ["quarter", "indicator", "partner", "text"]
        guard let table = ReferenceTable(name, columns: columns, schema: schema, folder, scope.errors) else {
            return [:]
        }
        let indicators = scope.definition.indicators.map(\.name.value)
        var comments: [FinancialQuarter: [Publication.Comment]] = [:]
        for row in table.rows {
            guard let quarter = FinancialQuarter(row["quarter"]) else {
                scope.errors.report(
                    .expected("a quarter such as 2019-20-Q1", found: row["quarter"]), at: row.position(of: "quarter"))
                continue
            }
            guard indicators.contains(row["indicator"]) else {
                scope.errors.report(
                    .unknownName(of: "indicator", row["indicator"], known: indicators),
                    at: row.position(of: "indicator"))
                continue
            }
            for column in ["partner", "text"] where row[column].allSatisfy(\.isWhitespace) {
                scope.errors.report(.expected("words", found: row[column]), at: row.position(of: column))
            }
            for column in ["partner", "text"] where row[column].utf16.count > SpreadsheetLimits.maxCellUnits {
                scope.errors.report(
                    .contradiction(
                        "the \(column) has \(row[column].utf16.count) characters, and a cell of a workbook holds "
                            + "\(SpreadsheetLimits.maxCellUnits): shorten it"), at: row.position(of: column))
            }
            comments[quarter, default: []].append(
                Publication.Comment(indicator: row["indicator"], partner: row["partner"], text: row["text"]))
        }
        return comments
    }
}
