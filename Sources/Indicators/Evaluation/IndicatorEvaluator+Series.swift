public import Core

extension IndicatorEvaluator {
    /// Returns the value of an indicator in a single month; nil for indicators that are not counted from events.
    public func value(of indicator: Indicator, in month: Month, area: Int) -> FigureValue? {
        guard case .events(let source, let categories, let flag) = indicator.subject else { return nil }
        return eventCount(
            CountedEvents(
                source: source, categories: categories, flag: flag, months: Period(first: month, last: month),
                areas: areas.parts[area]))
    }
}
