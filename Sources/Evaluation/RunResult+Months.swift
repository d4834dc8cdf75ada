import Disclosure
public import Indicators

extension RunResult {
    /// Whether the months of an indicator may be drawn or listed: numbers of months are none that disclosure control has
    /// seen.
    public func allowsMonths(of indicator: Indicator) -> Bool {
        DisclosureControl.allowsMonths(of: indicator, in: tables, layouts: figures.layouts)
    }

    /// The process chart of an indicator's months; nil when there are too few, when they may not be drawn,
    /// and when they are too large to be calculated with exactly.
    public func monthlyChart(of indicator: Indicator, area: Int) -> MonthlyChart? {
        guard allowsMonths(of: indicator) else { return nil }
        return try? figures.evaluator.monthlyChart(indicator, area: area)
    }
}
