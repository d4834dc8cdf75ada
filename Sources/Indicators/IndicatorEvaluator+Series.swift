public import Tabular

extension IndicatorEvaluator {
    /// What an indicator of events was in a single month; nil for indicators that are not counted by month.
    public func value(of indicator: Indicator, in month: Month, area: Int) -> FigureValue? {
        guard case .events(let source, let categories, let flag) = indicator.subject else { return nil }
        return eventCount(source, categories, flag, Period(first: month, last: month), area)
    }
}
