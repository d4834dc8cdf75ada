import Disclosure
public import Indicators

extension RunResult {
    /// Returns whether the monthly numbers of an indicator may be drawn or listed. Disclosure control checks the
    /// tables, but not monthly numbers.
    public func allowsMonths(of indicator: Indicator) -> Bool {
        DisclosureControl.allowsMonths(of: indicator, in: tables, layouts: figures.layouts)
    }

    /// Returns the process chart of an indicator's months. Nil when there are too few months, when the months must not
    /// be drawn, or when numbers are too large for exact calculation.
    public func monthlyChart(of indicator: Indicator, area: Int) -> MonthlyChart? {
        guard allowsMonths(of: indicator) else { return nil }
        return try? figures.evaluator.monthlyChart(indicator, area: area)
    }
}
