import Aggregation
import Indicators
import Tabular

/// What a source must deliver of each area: by month, of quarters, or of quarters and years.
struct ExpectedPeriods {
    let months: [Month]
    let quarters: [FinancialQuarter]
    let spans: [Delivery.Span]
    /// How many areas it must deliver.
    let areas: Int
}

/// What one source must deliver of one area.
struct ExpectedOfArea {
    let plan: PipelinePlan
    let facts: SourceFacts
    let source: PipelinePlan.Source
    let rule: CompletenessRule
    let area: Int

    var name: String { plan.areas.areas[area].shortName }

    /// The events of a month, however they were counted.
    func events(_ month: Month) -> Delivery {
        let events = facts.events[source.name]
        // What is counted by quarters has no rows of its own in most months. A delivery without a row of the area says that
        // there was none.
        let isCovered = source.covers.values.contains { $0.contains(area) }
        let rows = events?.rowsByMonth(ofArea: area)[month] ?? (isCovered ? 0 : nil)
        guard events?.months(ofArea: area).contains(month) == true else {
            return delivery(name, .month(month), rows: 0, .missing)
        }
        let partial = events?.partialMonth(month, ofArea: area)
        return delivery(name, .month(month), rows: rows, partial.map { .partial($0.cause) } ?? .present(reason: nil))
    }

    /// A delivery, which is not missing where none is expected.
    func delivery(
        _ subject: String, _ span: Delivery.Span, rows: Int?, _ state: Delivery.State
    ) -> Delivery {
        var state = state
        if case .present = state {} else if !rule.expects(span.first, ofArea: area) { state = .notExpected }
        return Delivery(
            source: source.name, title: source.title, subject: subject, span: span, rows: rows, state: state,
            deliverers: source.covers.filter { !$0.key.isEmpty && $0.value.contains(area) }.keys.sorted(),
            due: rule.due(span.last), partialBelow: rule.partialBelow)
    }
}
