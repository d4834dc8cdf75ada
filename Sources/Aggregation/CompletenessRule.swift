public import Core

/// What must have been delivered of a source, and how a month that was delivered only in part is recognised.
public struct CompletenessRule: Hashable, Sendable {
    /// The first month that must be there, by area position.
    public let first: [Int: Month]
    /// So many days after the end of a month or quarter it is late.
    public let dueDays: Int
    /// So many days at the start or the end of a month may pass without any row of the source; nil when days say
    /// nothing, since the source is dated by month.
    public let quietDays: Int?
    /// A month with fewer rows than this share of the area's usual month, in percent, is there only in part; nil when
    /// numbers of rows do not show it.
    public let partialBelow: Int?
    /// What stands in the cells of figures that touch such a month, in the partnership's words; nil for `[x]`.
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

    /// Whether the month of the area must be there.
    public func expects(_ month: Month, ofArea area: Int) -> Bool { first[area].map { $0 <= month } ?? false }

    /// The last day on which what ends with the month is not yet late.
    public func due(_ month: Month) -> CalendarDate { CalendarDate(day: month.lastDay.day + Int32(dueDays)) }

    /// Why the month is there only in part, when its days say so: the source as a whole is quiet for too long at its
    /// start or its end.
    public func partialByDays(_ month: Month, _ days: MonthDays) -> PartialMonth.Cause? {
        guard let quietDays, let range = days.days[month], let gaps = days.gaps(in: month) else { return nil }
        if gaps.after > quietDays { return .stops(day: range.upperBound) }
        if gaps.before > quietDays { return .starts(day: range.lowerBound) }
        return nil
    }

    /// Whether a source whose extracts go on from month to month reaches the end of the month: a row is dated by one of
    /// its last days.
    public func reachesEnd(of month: Month, _ days: MonthDays) -> Bool {
        guard let quietDays else { return true }
        return days.gaps(in: month).map { $0.after <= quietDays } ?? false
    }

    /// Why the month is there only in part, when its number of rows says so. `others` are the numbers of rows of the
    /// area's other months of the year before it.
    public func partialByRows(_ rows: Int, others: [Int]) -> PartialMonth.Cause? {
        guard let partialBelow else { return nil }
        let doubled = Self.doubledMedian(others)
        // A month with next to nothing between months with many needs no long history.
        if others.count >= 2, others.allSatisfy({ $0 >= Self.manyRows }), rows * 2 * Self.nextToNothing < doubled {
            return .few(usual: (doubled + 1) / 2)
        }
        guard others.count >= Self.minMonths, doubled >= 2 * Self.minUsual else { return nil }
        return rows * 200 < doubled * partialBelow ? .few(usual: (doubled + 1) / 2) : nil
    }

    /// Why the month is there only in part, when the number of rows of the whole delivery says so. Few other deliveries are
    /// enough, when they are large.
    public func partialByDelivery(_ rows: Int, others: [Int]) -> PartialMonth.Cause? {
        guard let partialBelow, others.count >= 2, others.allSatisfy({ $0 >= Self.largeDelivery }) else { return nil }
        let doubled = Self.doubledMedian(others)
        return rows * 200 < doubled * partialBelow ? .smallDelivery(rows: rows, usual: (doubled + 1) / 2) : nil
    }

    /// Rows of a month that are many, and one of how many parts of them is next to nothing.
    private static let manyRows = 20
    private static let nextToNothing = 10

    /// Twice the median, which may lie between two numbers; nothing without numbers.
    private static func doubledMedian(_ numbers: [Int]) -> Int {
        guard !numbers.isEmpty else { return 0 }
        let sorted = numbers.sorted()
        return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    }

    /// Deliveries of so many rows vary little from month to month.
    static let largeDelivery = 100
    /// Where fewer rows a month are usual, half as many are no sign of a part.
    static let minUsual = 10
    /// With fewer other months, it is not known what is usual.
    static let minMonths = 6
    /// Months before a month that say what is usual.
    static let comparedMonths = 12
}

/// A month that was delivered only in part.
public struct PartialMonth: Hashable, Sendable {
    /// How it was recognised.
    public enum Cause: Hashable, Sendable {
        /// The rows of the source stop on the day of the month.
        case stops(day: Int)
        /// The rows of the source start on the day of the month.
        case starts(day: Int)
        /// So many rows are usual for the area.
        case few(usual: Int)
        /// So many rows are usual for the whole delivery, of all the areas that it covers.
        case smallDelivery(rows: Int, usual: Int)
    }

    /// The month.
    public let month: Month
    /// The rows of the area that are there.
    public let rows: Int
    /// How it was recognised.
    public let cause: Cause
    /// What stands in the cells of figures that touch it; nil for `[x]`.
    public let shorthand: String?
}
