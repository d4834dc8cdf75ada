import Aggregation
import Indicators
import Tabular

/// Compares what was delivered with what the definition says must be.
struct DeliveryReview {
    let plan: PipelinePlan
    let facts: SourceFacts

    /// What a report on the quarter needs: the months, quarters and years of all of its columns.
    func deliveries(for quarter: FinancialQuarter) -> [Delivery] {
        let months = Set(PeriodRole.allCases.flatMap { $0.months(for: quarter).months }).sorted()
        let ends = Set(PeriodRole.allCases.map { FinancialQuarter(containing: $0.months(for: quarter).last) }).sorted()
        let year = (1...quarter.number).compactMap { FinancialQuarter(year: quarter.year, number: $0) }
        let returns = ([quarter.yearBefore] + year).map { Delivery.Span.quarter($0) } + [.year(quarter.year.previous)]
        return deliveries(months: months, treatmentQuarters: ends, returns: returns)
    }

    /// What belongs to the quarters, in their order.
    func deliveries(of quarters: [FinancialQuarter]) -> [Delivery] {
        deliveries(
            months: quarters.flatMap(\.period.months), treatmentQuarters: quarters,
            returns: quarters.map { .quarter($0) })
    }

    private func deliveries(
        months: [Month], treatmentQuarters: [FinancialQuarter], returns: [Delivery.Span]
    ) -> [Delivery] {
        plan.sources.flatMap { source -> [Delivery] in
            guard let rule = source.completeness else { return [] }
            // The home area comes first, the others as the reference table has them.
            let areas = rule.first.keys.sorted { $0 == plan.homeArea || ($1 != plan.homeArea && $0 < $1) }
            return areas.flatMap { area -> [Delivery] in
                let expected = ExpectedOfArea(plan: plan, facts: facts, source: source, rule: rule, area: area)
                return switch source.rules {
                case .events, .counts: months.map(expected.events)
                case .episodes: treatmentQuarters.map(expected.treatment)
                case .valuesOnly: []
                case .returns(let names):
                    names.sorted().flatMap { name in
                        returns.map { expected.returned(name, $0, amongAreas: areas.count) }
                    }
                }
            }
        }
    }
}

/// What one source must deliver of one area.
private struct ExpectedOfArea {
    let plan: PipelinePlan
    let facts: SourceFacts
    let source: PipelinePlan.Source
    let rule: CompletenessRule
    let area: Int

    private var name: String { plan.areas.areas[area].shortName }

    func events(_ month: Month) -> Delivery {
        let rows = facts.events[source.name]?.rowsByMonth(ofArea: area)[month] ?? 0
        let partial = facts.events[source.name]?.partialMonth(month, ofArea: area)
        return delivery(
            name, .month(month), rows: rows,
            rows == 0 ? .missing : partial.map { .partial($0.cause) } ?? .present(reason: nil))
    }

    /// How many persons it is about nobody needs to know here.
    func treatment(_ quarter: FinancialQuarter) -> Delivery {
        let isThere =
            facts.episodes[source.name]?.contains { $0.area == area } == true
            && facts.treatmentDays[source.name]?.days.touches(quarter.period) == true
        let isWhole = facts.treatmentDays[source.name].map { $0.rule.reachesEnd(of: quarter.period.last, $0.days) }
        return delivery(
            name, .quarter(quarter), rows: nil,
            !isThere ? .missing : isWhole ?? true ? .present(reason: nil) : .partial(nil))
    }

    func returned(_ indicator: String, _ span: Delivery.Span, amongAreas areas: Int) -> Delivery {
        let match = facts.returns[source.name]?.first {
            $0.indicator == indicator && $0.area == area && Delivery.Span($0.span) == span
        }
        let state = match.map { Delivery.State.present(reason: $0.value == nil ? $0.reason : nil) } ?? .missing
        return delivery(areas == 1 ? indicator : "\(indicator), \(name)", span, rows: match == nil ? 0 : 1, state)
    }

    private func delivery(
        _ subject: String, _ span: Delivery.Span, rows: Int?, _ state: Delivery.State
    ) -> Delivery {
        var state = state
        if case .present = state {} else if !rule.expects(span.first, ofArea: area) { state = .notExpected }
        return Delivery(
            source: source.name, title: source.title, subject: subject, span: span, rows: rows, state: state,
            due: rule.due(span.last))
    }
}

extension Delivery.Span {
    fileprivate init(_ span: ReturnedValue.Span) {
        switch span {
        case .quarter(let quarter): self = .quarter(quarter)
        case .year(let year): self = .year(year)
        }
    }
}
