/// The shortest period that a source distinguishes.
public enum TimeGrain: String, Sendable {
    case month, quarter

    /// Returns the months that a fact dated to the month covers.
    public func period(of month: Month) -> Period {
        switch self {
        case .month: Period(first: month, last: month)
        case .quarter: FinancialQuarter(containing: month).period
        }
    }

    /// Returns whether facts of this grain can describe the period: it must consist of whole months or whole quarters.
    public func divides(_ period: Period) -> Bool {
        self.period(of: period.first).first == period.first && self.period(of: period.last).last == period.last
    }
}
