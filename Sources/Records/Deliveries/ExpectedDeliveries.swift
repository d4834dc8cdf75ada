package import Aggregation
package import Core
package import Indicators

/// The periods that a source must deliver for each area: months, quarters, or both quarters and years.
package struct ExpectedPeriods {
    package let months: [Month]
    package let quarters: [FinancialQuarter]
    package let spans: [Delivery.Span]
    /// The number of areas that the source must deliver.
    package let areas: Int

    /// Creates the periods from their parts.
    package init(months: [Month], quarters: [FinancialQuarter], spans: [Delivery.Span], areas: Int) {
        self.months = months
        self.quarters = quarters
        self.spans = spans
        self.areas = areas
    }
}

/// The context that decides what one source must deliver for one area.
package struct ExpectedOfArea {
    package let areas: AreaTable
    package let facts: SourceFacts
    /// The source's name and title. `covers` has, for each force, the areas that its deliveries cover.
    package let source, title: String
    package let covers: [String: [Int]]
    package let rule: CompletenessRule
    package let area: Int

    /// Creates the context from its parts.
    package init(
        areas: AreaTable, facts: SourceFacts, source: String, title: String, covers: [String: [Int]],
        rule: CompletenessRule, area: Int
    ) {
        self.areas = areas
        self.facts = facts
        (self.source, self.title, self.covers) = (source, title, covers)
        self.rule = rule
        self.area = area
    }

    var name: String { areas.areas[area].shortName }

    /// Returns the delivery of events for a month, whether the source has single events or counts.
    func events(_ month: Month) -> Delivery {
        let events = facts.events[source]
        // A source that is counted by quarters has no rows of its own in most months. If a force's deliveries cover the
        // area, a month without a row had no events.
        let isCovered = covers.values.contains { $0.contains(area) }
        let rows = events?.rowsByMonth(ofArea: area)[month] ?? (isCovered ? 0 : nil)
        guard events?.months(ofArea: area).contains(month) == true else {
            return delivery(name, .month(month), rows: 0, .missing)
        }
        let partial = events?.partialMonth(month, ofArea: area)
        return delivery(name, .month(month), rows: rows, partial.map { .partial($0.cause) } ?? .present(reason: nil))
    }

    /// Creates a delivery. If it is not expected, it is neither missing nor partial.
    func delivery(
        _ subject: String, _ span: Delivery.Span, rows: Int?, _ state: Delivery.State
    ) -> Delivery {
        var state = state
        if case .present = state {} else if !rule.expects(span.first, ofArea: area) { state = .notExpected }
        return Delivery(
            source: source, title: title, subject: subject, span: span, rows: rows, state: state,
            deliverers: covers.filter { !$0.key.isEmpty && $0.value.contains(area) }.keys.sorted(),
            due: rule.due(span.last), partialBelow: rule.partialBelow)
    }
}
