package import Aggregation
package import Core
package import Indicators

/// What a source must deliver of each area: by month, of quarters, or of quarters and years.
package struct ExpectedPeriods {
    package let months: [Month]
    package let quarters: [FinancialQuarter]
    package let spans: [Delivery.Span]
    /// How many areas it must deliver.
    package let areas: Int

    /// From its parts.
    package init(months: [Month], quarters: [FinancialQuarter], spans: [Delivery.Span], areas: Int) {
        self.months = months
        self.quarters = quarters
        self.spans = spans
        self.areas = areas
    }
}

/// What one source must deliver of one area.
package struct ExpectedOfArea {
    package let areas: AreaTable
    package let facts: SourceFacts
    /// The source's name and title, and the areas that the deliveries of a force cover, by the force.
    package let source, title: String
    package let covers: [String: [Int]]
    package let rule: CompletenessRule
    package let area: Int

    /// From its parts.
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

    /// The events of a month, however they were counted.
    func events(_ month: Month) -> Delivery {
        let events = facts.events[source]
        // What is counted by quarters has no rows of its own in most months. A delivery without a row of the area says that
        // there was none.
        let isCovered = covers.values.contains { $0.contains(area) }
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
            source: source, title: title, subject: subject, span: span, rows: rows, state: state,
            deliverers: covers.filter { !$0.key.isEmpty && $0.value.contains(area) }.keys.sorted(),
            due: rule.due(span.last), partialBelow: rule.partialBelow)
    }
}
