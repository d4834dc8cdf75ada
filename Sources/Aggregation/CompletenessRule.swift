public import Core

/// What a source must have delivered, and how a month that was delivered only in part is recognised.
public struct CompletenessRule: Hashable, Sendable {
    /// The first month that must have been delivered, by area position.
    public let first: [Int: Month]
    /// How many days after the end of a month or quarter its delivery is due.
    public let dueDays: Int
    /// How many days at the start or the end of a month may pass without any row of the source. Nil when days show
    /// nothing, because the source is dated by month.
    public let quietDays: Int?
    /// The percentage of the area's usual number of rows below which a month counts as delivered only in part. Nil when
    /// numbers of rows do not show it.
    public let partialBelow: Int?
    /// The shorthand, chosen by the partnership, in the cells of figures that include such a month; nil for `[x]`.
    public let shorthand: String?

    /// A rule from its parts.
    public init(
        first: [Int: Month], dueDays: Int, quietDays: Int? = nil, partialBelow: Int? = nil, shorthand: String? = nil
    ) {
        self.first = first
        self.dueDays = dueDays
        self.quietDays = quietDays
        self.partialBelow = partialBelow
        self.shorthand = shorthand
    }

    /// Whether the month must have been delivered for the area.
    public func expects(_ month: Month, ofArea area: Int) -> Bool { first[area].map { $0 <= month } ?? false }

    /// Returns the last day on which the delivery for a period that ends with the month is not yet late.
    public func due(_ month: Month) -> CalendarDate { CalendarDate(day: month.lastDay.day + Int32(dueDays)) }

    /// Returns why the month counts as delivered only in part, if its days show it. The reason is that the whole source
    /// has no rows for too long at the start or the end of the month.
    public func partialByDays(_ month: Month, _ days: MonthDays) -> PartialMonth.Cause? {
        guard let quietDays, let range = days.days[month], let gaps = days.gaps(in: month) else { return nil }
        if gaps.after > quietDays { return .stops(day: range.upperBound) }
        if gaps.before > quietDays { return .starts(day: range.lowerBound) }
        return nil
    }

    /// Whether a source with extracts that run on from month to month reaches the end of the month. It does if a row is
    /// dated on one of the month's last days.
    public func reachesEnd(of month: Month, _ days: MonthDays) -> Bool {
        guard let quietDays else { return true }
        return days.gaps(in: month).map { $0.after <= quietDays } ?? false
    }

    /// Returns why the month counts as delivered only in part, if its number of rows shows it. `others` has the numbers
    /// of rows in the other months of the area that the month is compared with.
    public func partialByRows(_ rows: Int, others: [Int]) -> PartialMonth.Cause? {
        guard let partialBelow else { return nil }
        let doubled = Self.doubledMedian(others)
        // A month with hardly any rows between months with many rows needs no long history.
        if others.count >= 2, others.allSatisfy({ $0 >= Self.manyRows }), rows * 2 * Self.nextToNothing < doubled {
            return .few(usual: (doubled + 1) / 2)
        }
        guard others.count >= Self.minMonths, doubled >= 2 * Self.minUsual else { return nil }
        return rows * 200 < doubled * partialBelow ? .few(usual: (doubled + 1) / 2) : nil
    }

    /// Returns why the month counts as delivered only in part, if the number of rows of the whole delivery shows it. A
    /// few other deliveries are enough for comparison if they are large.
    public func partialByDelivery(_ rows: Int, others: [Int]) -> PartialMonth.Cause? {
        guard let partialBelow, others.count >= 2, others.allSatisfy({ $0 >= Self.largeDelivery }) else { return nil }
        let doubled = Self.doubledMedian(others)
        return rows * 200 < doubled * partialBelow ? .smallDelivery(rows: rows, usual: (doubled + 1) / 2) : nil
    }

    /// A month has many rows from the first number on. It has hardly any if it has less than its usual number divided
    /// by the second: less than a tenth.
    private static let manyRows = 20
    private static let nextToNothing = 10

    /// Returns twice the median, which may lie between two numbers; 0 without numbers.
    private static func doubledMedian(_ numbers: [Int]) -> Int {
        guard !numbers.isEmpty else { return 0 }
        let sorted = numbers.sorted()
        return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    }

    /// Deliveries with at least this many rows vary little from month to month.
    static let largeDelivery = 100
    /// Where fewer rows a month are usual, a low number does not show that a month was delivered only in part.
    static let minUsual = 10
    /// With fewer other months, the usual number is not known.
    static let minMonths = 6
    /// How many months before a month show its usual number.
    static let comparedMonths = 12
}

/// A month that was delivered only in part.
public struct PartialMonth: Hashable, Sendable {
    /// How the partial delivery was recognised.
    public enum Cause: Hashable, Sendable {
        /// The rows of the source stop on this day of the month.
        case stops(day: Int)
        /// The rows of the source start on this day of the month.
        case starts(day: Int)
        /// The area has fewer rows than its usual number.
        case few(usual: Int)
        /// The whole delivery, for all the areas that it covers, has fewer rows than its usual number.
        case smallDelivery(rows: Int, usual: Int)
        /// The constituents that the rows name do not add up to the area.
        case constituents(AreaTable.ConstituentGap)
    }

    /// The month.
    public let month: Month
    /// The number of the area's rows that were delivered.
    public let rows: Int
    /// How the partial delivery was recognised.
    public let cause: Cause
    /// The shorthand in the cells of figures that include the month; nil for `[x]`.
    public let shorthand: String?
}
