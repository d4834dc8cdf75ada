public import Core

extension IndicatorEvaluator {
    /// What an indicator of events was in a single month; nil for indicators that are not counted by month.
    public func value(of indicator: Indicator, in month: Month, area: Int) -> FigureValue? {
        guard case .events(let source, let categories, let flag) = indicator.subject else { return nil }
        return eventCount(
            CountedEvents(
                source: source, categories: categories, flag: flag, months: Period(first: month, last: month),
                areas: areas.parts[area]))
    }
}
