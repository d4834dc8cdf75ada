import Disclosure
public import Indicators
import Records

extension RunResult {
    /// Whether the months of an indicator may be drawn or listed: numbers of months are none that disclosure control has
    /// seen.
    public func allowsMonths(of indicator: Indicator) -> Bool {
        DisclosureControl.allowsMonths(
            of: indicator, in: tables, layouts: plan.tables.map { plan.layout($0, for: quarter) })
    }

    /// The process chart of an indicator's months; nil when there are too few, and when they may not be drawn.
    public func monthlyChart(of indicator: Indicator, area: Int) -> MonthlyChart? {
        allowsMonths(of: indicator) ? plan.evaluator(of: facts, for: quarter).monthlyChart(indicator, area: area) : nil
    }
}
