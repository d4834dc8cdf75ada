/// How many rows are dated on each day.
public struct DayCounts: Hashable, Sendable {
    /// The number of rows, by day.
    public private(set) var rows: [CalendarDate: Int] = [:]

    /// Creates an empty count.
    public init() {}

    /// Adds rows dated on the day.
    public mutating func add(_ day: CalendarDate, _ count: Int = 1) { rows[day, default: 0] += count }

    /// Adds the counts of `other`.
    public mutating func merge(_ other: DayCounts) { rows.merge(other.rows, uniquingKeysWith: +) }

    /// Returns the first and the last day with rows in each month. Days after the limit are left out, because they do
    /// not show how much of a month was delivered.
    public func monthDays(upTo limit: CalendarDate?) -> MonthDays {
        var days = MonthDays()
        for day in rows.keys where limit.map({ day <= $0 }) ?? true { days.add(day) }
        return days
    }

    /// Returns how many rows are dated after the limit, and the latest day of those rows; nil when there are none.
    public func after(_ limit: CalendarDate) -> (rows: Int, latest: CalendarDate)? {
        let late = rows.filter { $0.key > limit }
        return late.keys.max().map { (late.values.reduce(0, +), $0) }
    }
}
