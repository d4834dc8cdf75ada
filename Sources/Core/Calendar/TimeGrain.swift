/// The shortest period that a source distinguishes.
public enum TimeGrain: String, Sendable {
    case month, quarter

    /// The months that facts dated to the month stand for.
    public func period(of month: Month) -> Period {
        switch self {
        case .month: Period(first: month, last: month)
        case .quarter: FinancialQuarter(containing: month).period
        }
    }

    /// Whether facts of this grain can say anything of the period: whether it is made of whole months or quarters.
    public func divides(_ period: Period) -> Bool {
        self.period(of: period.first).first == period.first && self.period(of: period.last).last == period.last
    }
}
