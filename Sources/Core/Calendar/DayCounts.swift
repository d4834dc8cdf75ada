/// How many rows are dated by each day.
public struct DayCounts: Hashable, Sendable {
    /// The number of rows, by day.
    public private(set) var rows: [CalendarDate: Int] = [:]

    /// No rows.
    public init() {}

    /// Adds rows of a day.
    public mutating func add(_ day: CalendarDate, _ count: Int = 1) { rows[day, default: 0] += count }

    /// Adds the rows of the other.
    public mutating func merge(_ other: DayCounts) { rows.merge(other.rows, uniquingKeysWith: +) }

    /// How far the days reach into their months. Days after the limit prove nothing, and are left out.
    public func monthDays(upTo limit: CalendarDate?) -> MonthDays {
        var days = MonthDays()
        for day in rows.keys where limit.map({ day <= $0 }) ?? true { days.add(day) }
        return days
    }

    /// The rows that are dated after the day, and their latest day; nil when there are none.
    public func after(_ limit: CalendarDate) -> (rows: Int, latest: CalendarDate)? {
        let late = rows.filter { $0.key > limit }
        return late.keys.max().map { (late.values.reduce(0, +), $0) }
    }
}
