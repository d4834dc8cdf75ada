import Indicators
import PipelineDefinition
import Records

/// Finds denominators that no rate uses. Their author expects a rate that no table shows.
struct DenominatorUse {
    let scope: NameScope
    let indicators: [String: CompiledIndicator]
    /// The places of the rows' denominators that a table with rates uses. Tables that share their sections also share
    /// these places.
    private let ratedPlaces: Set<SourcePosition>

    init(scope: NameScope, indicators: [String: CompiledIndicator]) {
        self.scope = scope
        self.indicators = indicators
        let rows = scope.definition.tables.filter(Self.hasRates).flatMap(\.sections).flatMap(\.rows)
        ratedPlaces = Set(rows.filter { $0.group != nil }.compactMap(\.denominator?.position))
    }

    func check() {
        for indicator in scope.definition.indicators { check(indicator) }
        for table in scope.definition.tables { check(table) }
    }

    private func check(_ definition: IndicatorDefinition) {
        guard let denominator = definition.denominator,
            let kind = indicators[definition.name.value]?.indicator.kind
        else { return }
        guard kind == .count else {
            report(
                "only counts have rates, and '\(definition.name.value)' is a \(kind.rawValue): remove the denominator",
                denominator)
            return
        }
        let isRated = scope.definition.tables.contains { table in
            Self.hasRates(table)
                && table.sections.contains { $0.rows.contains { $0.indicator?.value == definition.name.value } }
        }
        guard !isRated else { return }
        report(
            "no table with rates ('measure: rate') has a row of '\(definition.name.value)': remove the denominator, or add such a column to a table with the row",
            denominator)
    }

    private func check(_ table: TableDefinition) {
        let rows = table.sections.flatMap(\.rows)
        let isNamed = table.columns.contains { $0.heading.value.contains("{denominator}") }
        if let denominator = table.denominator, !isNamed {
            if !Self.hasRates(table) {
                report(
                    "the table has no column with 'measure: rate': remove the denominator, or add the column",
                    denominator)
            } else if !rows.contains(where: { $0.group != nil && $0.denominator == nil }) {
                report("every row of the table has its own denominator: remove this one", denominator)
            }
        }
        for row in rows {
            guard let denominator = row.denominator, !ratedPlaces.contains(denominator.position) else { continue }
            if let indicator = row.indicator {
                report(
                    "a row of an indicator has the indicator's denominator: write it under '\(indicator.value)'",
                    denominator)
            } else if !Self.hasRates(table) {
                report(
                    "the table has no column with 'measure: rate': remove the denominator, or add the column",
                    denominator)
            }
        }
    }

    /// Whether a column shows rates. A column with a misspelt measure counts as a column of rates, because rates may be
    /// intended.
    static func hasRates(_ table: TableDefinition) -> Bool {
        table.columns.contains { Measure(rawValue: $0.measure.value)?.isRate ?? true }
    }

    private func report(_ problem: String, _ denominator: Located<String>) {
        scope.errors.report(
            .contradiction("the denominator '\(denominator.value)' is not used; \(problem)"), at: denominator.position)
    }
}
