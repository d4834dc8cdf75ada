/// For each month, the first and the last day on which a row is dated. They show how much of the month the extracts
/// cover.
public struct MonthDays: Hashable, Sendable {
    /// For each month, the range from its first to its last dated day, counted from 1.
    public private(set) var days: [Month: ClosedRange<Int>] = [:]

    /// Creates an empty record.
    public init() {}

    /// Adds a day.
    public mutating func add(_ date: CalendarDate) {
        let (year, month, day) = date.civil
        widen(Month(year: year, month: month), day...day)
    }

    /// Adds the days of `other`.
    public mutating func merge(_ other: MonthDays) { for (month, range) in other.days { widen(month, range) } }

    private mutating func widen(_ month: Month, _ range: ClosedRange<Int>) {
        guard let known = days[month] else {
            days[month] = range
            return
        }
        days[month] = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
    }

    /// Returns whether any day lies in the period.
    public func touches(_ period: Period) -> Bool { days.keys.contains { period.contains($0) } }

    /// Returns how many days of the month come before its first dated row and after its last; nil when it has no dated
    /// row.
    public func gaps(in month: Month) -> (before: Int, after: Int)? {
        guard let range = days[month] else { return nil }
        return (range.lowerBound - 1, month.lastDay.civil.day - range.upperBound)
    }
}
