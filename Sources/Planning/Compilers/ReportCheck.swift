import Core
import Indicators
import PipelineDefinition
import Records
import Reporting

/// Checks the texts of a report's pages for a quarter, with every placeholder filled in. In a workbook, the headings of
/// a table must differ in more than case, and texts must not be too long.
struct ReportCheck {
    let plan: PipelinePlan
    let errors: DefinitionErrorCollector
    private let words: Placeholders
    private let quarter: FinancialQuarter

    init(plan: PipelinePlan, quarter: FinancialQuarter, errors: DefinitionErrorCollector) {
        self.plan = plan
        self.quarter = quarter
        self.errors = errors
        words = Placeholders(plan: plan, quarter: quarter)
    }

    /// Checks all texts of the definition.
    func check() {
        for written in plan.definition.tables {
            guard let table = plan.tables.first(where: { $0.id == written.id.value }) else { continue }
            checkTexts(of: written, source: plan.layout(table, for: quarter).source)
            checkSize(table, written)
            checkHeadings(table, written)
            checkLabels(table, written)
        }
        checkPages(plan.definition)
    }

    /// Checks that a text with its placeholders filled in is not too long, in UTF-16 units.
    func checkLength(
        _ text: Located<String>, _ what: String, with addition: String = "",
        in container: String = "a cell of a workbook", max: Int = SpreadsheetLimits.maxCellUnits
    ) {
        checkLength(words.fill(text.value) + addition, what, in: container, max: max, at: text.position)
    }

    func checkLength(
        _ text: String, _ what: String, in container: String = "a cell of a workbook",
        max: Int = SpreadsheetLimits.maxCellUnits, at position: SourcePosition
    ) {
        let units = text.utf16.count
        guard units > max else { return }
        errors.report(
            .contradiction(
                "\(what) has \(Rational(units).formatted(decimals: 0, grouped: true)) characters, and \(container) holds "
                    + "\(Rational(max).formatted(decimals: 0, grouped: true)): shorten it"), at: position)
    }

    private func checkSize(_ table: PipelinePlan.Table, _ written: TableDefinition) {
        let columns = table.columns.count + (table.sectionHeading == nil ? 1 : 2)
        let rows = table.rows.count + SpreadsheetLimits.rowsAboveTable
        for (count, max, what) in [
            (columns, SpreadsheetLimits.maxColumns, "columns"), (rows, SpreadsheetLimits.maxRows, "rows"),
        ] where count > max {
            errors.report(
                .contradiction(
                    "the table needs \(Rational(count).formatted(decimals: 0, grouped: true)) \(what), and a sheet of a "
                        + "workbook has \(Rational(max).formatted(decimals: 0, grouped: true)): divide it"),
                at: written.id.position)
        }
    }

    // MARK: Headings

    private func checkHeadings(_ table: PipelinePlan.Table, _ written: TableDefinition) {
        let own = written.columns.count
        // Columns with an error are missing, and then the places of the other columns are not known.
        let isWhole = table.columns.indices.allSatisfy {
            own > 0 && table.columns[$0].heading == written.columns[$0 % own].heading.value
        }
        guard isWhole else { return }
        let labels = [written.sectionHeading, written.rowHeading].compactMap(\.self)
        let columns = plan.layout(table, for: quarter).columns.enumerated().map { index, column in
            (text: column.heading, written: written.columns[index % own].heading)
        }
        var seen: [String: (text: String, written: String)] = [:]
        for heading in labels.map({ (text: $0.value, written: $0) }) + columns {
            checkLength(
                heading.text, "the heading", in: "the heading of a table in a workbook",
                max: SpreadsheetLimits.maxHeadingUnits, at: heading.written.position)
            guard let other = seen.updateValue((heading.text, heading.written.value), forKey: heading.text.lowercased())
            else { continue }
            let difference = other.text == heading.text ? "the same" : "the same except for case"
            errors.report(
                .contradiction(
                    "the headings '\(other.text)' and '\(heading.text)' are \(difference), but a table in a workbook "
                        + "can have each heading only once: change one"), at: heading.written.position)
        }
    }

    // MARK: Labels

    /// Checks that no two rows have the same section and label, because these identify a figure.
    private func checkLabels(_ table: PipelinePlan.Table, _ written: TableDefinition) {
        let rows = written.sections.flatMap(\.rows)
        guard rows.count == table.rows.count else { return }
        var seen: Set<[String]> = []
        for (row, written) in zip(plan.layout(table, for: quarter).rows, rows) {
            let position = written.label?.position ?? written.position
            let full = row.remark.map { "\(row.label) (\($0))" } ?? row.label
            checkLength(full, "the label", at: position)
            guard !seen.insert([row.section, row.label]).inserted else { continue }
            errors.report(
                .contradiction(
                    "two rows of the section '\(row.section)' have the label '\(row.label)': add a 'label' to one of "
                        + "them"), at: position)
        }
    }
}
