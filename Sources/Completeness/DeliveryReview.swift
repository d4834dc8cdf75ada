import Aggregation
package import Core
package import Indicators
package import Records

/// Compares what was delivered with what the definition requires.
package struct DeliveryReview {
    package let plan: PipelinePlan
    package let facts: SourceFacts

    /// A review from its parts.
    package init(plan: PipelinePlan, facts: SourceFacts) {
        self.plan = plan
        self.facts = facts
    }

    /// Returns the deliveries that a report on the quarter needs: for the months, quarters and years of all its
    /// columns.
    package func deliveries(for quarter: FinancialQuarter) -> [Delivery] {
        let ends = Set(PeriodRole.allCases.map { FinancialQuarter(containing: $0.months(for: quarter).last) }).sorted()
        let year = (1...quarter.number).compactMap { FinancialQuarter(year: quarter.year, number: $0) }
        let returns = ([quarter.yearBefore] + year).map { Delivery.Span.quarter($0) } + [.year(quarter.year.previous)]
        func months(_ source: PipelinePlan.Source) -> [Month] {
            Set(plan.periods(of: source.name).flatMap { $0.months(for: quarter).months }).sorted()
        }
        return deliveries(months: months, treatmentQuarters: ends, returns: returns)
    }

    /// Returns the deliveries for the quarters, in their order.
    package func deliveries(of quarters: [FinancialQuarter]) -> [Delivery] {
        deliveries(
            months: { _ in quarters.flatMap(\.period.months) }, treatmentQuarters: quarters,
            returns: quarters.map { .quarter($0) })
    }

    private func deliveries(
        months: (PipelinePlan.Source) -> [Month], treatmentQuarters: [FinancialQuarter], returns: [Delivery.Span]
    ) -> [Delivery] {
        plan.sources.flatMap { source -> [Delivery] in
            guard let rule = source.completeness else { return [] }
            // The home area comes first, then the others in the order of the reference table.
            let areas = rule.first.keys.sorted { $0 == plan.homeArea || ($1 != plan.homeArea && $0 < $1) }
            let months = months(source)
            return areas.flatMap { area -> [Delivery] in
                let expected = ExpectedOfArea(
                    areas: plan.areas, facts: facts, source: source.name, title: source.title, covers: source.covers,
                    rule: rule, area: area)
                return source.records.deliveries(
                    of: expected,
                    in: ExpectedPeriods(
                        months: months, quarters: treatmentQuarters, spans: returns, areas: areas.count))
            }
        }
    }
}

extension PipelinePlan {
    /// Returns the periods for which anything published needs events of the source. These are the periods of its
    /// tables' columns, or all periods if a chart shows its months.
    fileprivate func periods(of source: String) -> Set<PeriodRole> {
        let drawn = appendices.flatMap(\.charts).contains { chart in
            guard case .trend(let indicators) = chart.kind else { return false }
            return indicators.contains { $0.indicator.subject.source == source }
        }
        if drawn { return Set(PeriodRole.allCases) }
        let own = tables.filter { table in table.rows.contains { $0.indicator.subject.source == source } }
        let periods = Set(own.flatMap(\.columns).flatMap(\.periods))
        return periods.isEmpty ? [.quarter] : periods
    }
}

extension TableLayout.Column {
    /// The periods in which the column needs events.
    fileprivate var periods: [PeriodRole] { measure.definition.deliveredPeriods(period) }
}
