/// A calendar month.
public struct Month: Hashable, Comparable, Sendable {
    /// Months since January of year 0.
    public let index: Int

    /// Creates the month that is `index` months after January of year 0.
    public init(index: Int) { self.index = index }

    /// Creates the given month; `month` counts from 1.
    public init(year: Int, month: Int) { index = year * 12 + month - 1 }

    /// Reads `2019-04`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var (year, month, length) = (0, 0, 0)
        for byte in text.utf8 {
            guard length < 7, length == 4 ? byte == 45 : (48...57).contains(byte) else { return nil }
            if length < 4 { year = year * 10 + Int(byte - 48) }
            if length > 4 { month = month * 10 + Int(byte - 48) }
            length += 1
        }
        guard length == 7, (1...12).contains(month) else { return nil }
        self.init(year: year, month: month)
    }

    /// The calendar year, rounded down so that it is also right for months before year 0.
    public var year: Int { (index - (monthOfYear - 1)) / 12 }
    /// 1 for January to 12 for December.
    public var monthOfYear: Int { (index % 12 + 12) % 12 + 1 }
    /// The first day of the month.
    public var firstDay: CalendarDate { CalendarDate(firstOf: self) }
    /// The last day of the month.
    public var lastDay: CalendarDate { CalendarDate(day: advanced(by: 1).firstDay.day - 1) }
    /// `April`.
    public var name: String { Self.names[monthOfYear - 1] }

    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    public static func < (a: Month, b: Month) -> Bool { a.index < b.index }
}

extension Month: Strideable {
    public func advanced(by months: Int) -> Month { Month(index: index + months) }
    public func distance(to other: Month) -> Int { other.index - index }
}

extension Month: CustomStringConvertible {
    /// `2019-04`.
    public var description: String { Digits.padded(year, to: 4) + "-" + Digits.padded(monthOfYear, to: 2) }
}
