package import Core
package import Indicators

extension PipelinePlan {
    /// Returns the layout of a table for a quarter.
    package func layout(_ table: Table, for quarter: FinancialQuarter) -> TableLayout {
        let words = Placeholders(plan: self, quarter: quarter)
        return TableLayout(
            id: table.id, title: words.fill(table.title), sectionHeading: table.sectionHeading,
            rowHeading: table.rowHeading,
            source: words.fill(table.source, denominatorSource: denominatorSource(of: table, for: quarter)),
            notes: table.notes.map { words.fill($0) },
            columns: table.columns.map { column in
                let months = column.period.months(for: quarter)
                let denominator = table.denominator.flatMap { denominators.denominator($0, for: months)?.title }
                return TableLayout.Column(
                    heading: words.fill(column.heading, columnArea: column.area, denominator: denominator),
                    measure: column.measure, period: column.period, area: column.area)
            },
            rows: table.rows.map {
                TableLayout.Row(
                    section: words.fill($0.section), sectionTitle: words.fill($0.sectionTitle),
                    label: words.fill($0.label), depth: $0.depth, isTotal: $0.isTotal, indicator: $0.indicator,
                    remark: $0.remark, phrase: $0.phrase)
            })
    }

    /// Returns the publishers of the denominators of the table's rates, each named once.
    private func denominatorSource(of table: Table, for quarter: FinancialQuarter) -> String {
        var sources: [String] = []
        for column in table.columns where column.measure.isRate {
            for name in table.rows.compactMap(\.indicator.denominator) {
                let denominator = denominators.denominator(name, for: column.period.months(for: quarter))
                guard let denominator, denominator.values[column.area] != nil else { continue }
                let source = denominator.source(of: column.area)
                if !sources.contains(source) { sources.append(source) }
            }
        }
        return sources.isEmpty ? "no denominator is known" : sources.joined(separator: "; ")
    }
}
