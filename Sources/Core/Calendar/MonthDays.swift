/// For each month, the first and the last day of it that a row is dated by: how far extracts reach into their months.
public struct MonthDays: Hashable, Sendable {
    /// The days of the month, from 1, by month.
    public private(set) var days: [Month: ClosedRange<Int>] = [:]

    /// No days.
    public init() {}

    /// Takes up a day.
    public mutating func add(_ date: CalendarDate) {
        let (year, month, day) = date.civil
        widen(Month(year: year, month: month), day...day)
    }

    /// Takes up every day of the other.
    public mutating func merge(_ other: MonthDays) { for (month, range) in other.days { widen(month, range) } }

    private mutating func widen(_ month: Month, _ range: ClosedRange<Int>) {
        guard let known = days[month] else {
            days[month] = range
            return
        }
        days[month] = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
    }

    /// Whether any day lies in the period.
    public func touches(_ period: Period) -> Bool { days.keys.contains { period.contains($0) } }

    /// Days without any row before the first dated row of the month, and after the last; nil when it has none.
    public func gaps(in month: Month) -> (before: Int, after: Int)? {
        guard let range = days[month] else { return nil }
        return (range.lowerBound - 1, month.lastDay.civil.day - range.upperBound)
    }
}
