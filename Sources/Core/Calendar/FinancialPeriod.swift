/// A financial year, April to March, written `2019/20`.
public struct FinancialYear: Hashable, Comparable, Sendable {
    /// The calendar year in which the financial year starts.
    public let start: Int

    /// Creates the financial year that starts in April of the given calendar year.
    public init(start: Int) { self.start = start }

    /// Creates the financial year that the month lies in.
    public init(containing month: Month) { start = month.monthOfYear >= 4 ? month.year : month.year - 1 }

    /// Reads `2019/20` or `2019-20`; nil for anything else, including years that are not consecutive.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[4] == 47 || bytes[4] == 45,
            bytes.enumerated().allSatisfy({ $0.offset == 4 || (48...57).contains($0.element) }),
            let start = Int(text.prefix(4)), let end = Int(text.suffix(2)), end == (start + 1) % 100, start >= 1000
        else { return nil }
        self.start = start
    }

    /// The twelve months of the year.
    public var period: Period {
        Period(first: Month(year: start, month: 4), last: Month(year: start + 1, month: 3))
    }
    /// The year before.
    public var previous: FinancialYear { FinancialYear(start: start - 1) }
    /// `2019/20`, as reports print it.
    public var title: String { "\(start)/" + Digits.padded((start + 1) % 100, to: 2) }

    public static func < (a: FinancialYear, b: FinancialYear) -> Bool { a.start < b.start }
}

extension FinancialYear: CustomStringConvertible {
    /// `2019-20`, fit for a file name.
    public var description: String { "\(start)-" + Digits.padded((start + 1) % 100, to: 2) }
}

/// A quarter of a financial year: Q1 is April to June, and Q4 of 2019/20 is January to March 2020.
public struct FinancialQuarter: Hashable, Comparable, Sendable {
    /// The financial year.
    public let year: FinancialYear
    /// 1 to 4.
    public let number: Int

    /// Creates the given quarter; nil when the number is not 1 to 4.
    public init?(year: FinancialYear, number: Int) {
        guard (1...4).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    /// Creates the quarter that the month lies in.
    public init(containing month: Month) {
        year = FinancialYear(containing: month)
        number = (month.monthOfYear + 8) % 12 / 3 + 1
    }

    /// Reads `2019-20-Q1`, `2019/20 Q1` or `2019/20-Q1`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let tail = text.suffix(3)
        guard text.utf8.count == 10, tail.first == "-" || tail.first == " ", tail.dropFirst().first == "Q",
            let number = Int(tail.suffix(1)), let year = FinancialYear(text.prefix(7)), (1...4).contains(number)
        else { return nil }
        self.year = year
        self.number = number
    }

    /// The three months of the quarter.
    public var period: Period {
        let first = year.period.first.advanced(by: (number - 1) * 3)
        return Period(first: first, last: first.advanced(by: 2))
    }
    /// The same quarter of the year before.
    public var yearBefore: FinancialQuarter { Self(year.previous, number) }
    /// From April to the end of the quarter.
    public var yearToDate: Period { Period(first: year.period.first, last: period.last) }
    /// The twelve months that end with the quarter.
    public var rollingYear: Period { Period(first: period.last.advanced(by: -11), last: period.last) }
    /// `2019/20 Quarter 1`.
    public var title: String { "\(year.title) Quarter \(number)" }

    private init(_ year: FinancialYear, _ number: Int) {
        self.year = year
        self.number = number
    }

    public static func < (a: FinancialQuarter, b: FinancialQuarter) -> Bool {
        (a.year, a.number) < (b.year, b.number)
    }
}

extension FinancialQuarter: CustomStringConvertible {
    /// `2019-20-Q1`, fit for a file name.
    public var description: String { "\(year)-Q\(number)" }
}

/// A run of whole months, including the first and the last.
public struct Period: Hashable, Sendable {
    /// The first month.
    public let first: Month
    /// The last month, never before the first.
    public let last: Month

    /// Creates the period from `first` to `last`.
    public init(first: Month, last: Month) {
        self.first = first
        self.last = max(first, last)
    }

    /// Every month in order.
    public var months: ClosedRange<Month> { first...last }
    /// Returns whether the month lies in the period.
    public func contains(_ month: Month) -> Bool { months.contains(month) }

    /// `April to June 2019`, or `October 2018 to September 2019`, or `April 2019`.
    public var words: String {
        if first == last { return "\(first.name) \(first.year)" }
        if first.year == last.year { return "\(first.name) to \(last.name) \(last.year)" }
        return "\(first.name) \(first.year) to \(last.name) \(last.year)"
    }

    /// `Apr to Jun 2019`, for column headings.
    public var shortWords: String {
        let short: (Month) -> String = { String($0.name.prefix(3)) }
        if first == last { return "\(short(first)) \(first.year)" }
        if first.year == last.year { return "\(short(first)) to \(short(last)) \(last.year)" }
        return "\(short(first)) \(first.year) to \(short(last)) \(last.year)"
    }
}

extension Period: CustomStringConvertible {
    /// `2019-04/2019-06`, an ISO 8601 interval of months.
    public var description: String { first == last ? "\(first)" : "\(first)/\(last)" }
}
