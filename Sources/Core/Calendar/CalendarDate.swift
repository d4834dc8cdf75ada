/// A day of the proleptic Gregorian calendar, as days since 1 January 1970, without a time of day or a time zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative for earlier days.
    public let day: Int32

    /// Creates the day that is `day` days after 1970-01-01.
    public init(day: Int32) { self.day = day }

    /// Creates the given day; nil when the calendar has no such day (31 February) or the year is outside 1–9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysIn(month: month, year: year)
        else { return nil }
        self.day = Int32(Self.days(year: year, month: month, day: day))
    }

    /// Creates the first day of a month. This also works for years outside 1–9999, which arithmetic may reach.
    init(firstOf month: Month) {
        day = Int32(clamping: Self.days(year: month.year, month: month.monthOfYear, day: 1))
    }

    /// Returns how many days the month has.
    public static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Returns the days since 1970-01-01, by Hinnant's days-from-civil (chrono-compatible low-level date algorithms).
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month (1–12) and day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(day) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The month that the day lies in.
    public var month: Month {
        let (year, month, _) = civil
        return Month(year: year, month: month)
    }

    /// Returns the date that is `months` calendar months later: the same day of the month, or the month's last day if
    /// the month is shorter.
    public func adding(months: Int) -> CalendarDate {
        let (_, _, day) = civil
        let target = month.advanced(by: months)
        let last = Self.daysIn(month: target.monthOfYear, year: target.year)
        return CalendarDate(
            day: Int32(clamping: Self.days(year: target.year, month: target.monthOfYear, day: min(day, last))))
    }

    /// `11 October 2019`.
    public var words: String {
        let (year, _, day) = civil
        return "\(day) \(month.name) \(year)"
    }

    /// Returns the number of days from `other` to this day.
    public func days(since other: CalendarDate) -> Int { Int(day) - Int(other.day) }

    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.day < b.day }
}

extension CalendarDate: CustomStringConvertible {
    /// `2019-04-01`.
    public var description: String {
        let (year, month, day) = civil
        return Digits.padded(year, to: 4) + "-" + Digits.padded(month, to: 2) + "-" + Digits.padded(day, to: 2)
    }
}

/// Fixed-width decimal digits, for dates and identifiers.
public enum Digits {
    /// Returns the number with leading zeros up to the width.
    public static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
