/// A day of the Gregorian calendar, without a time, a time zone or a locale.
struct CalendarDate: Comparable, Hashable {
    /// Days since 1 January 1970.
    let dayNumber: Int

    init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    init(_ year: Int, _ month: Int, _ day: Int) {
        // Years are taken to begin in March, so that the leap day is the last day of a year (H. Hinnant,
        // "days_from_civil").
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        dayNumber = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Year, month (1–12) and day of the month.
    var parts: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    func adding(days: Int) -> CalendarDate {
        CalendarDate(dayNumber: dayNumber + days)
    }

    func days(until later: CalendarDate) -> Int {
        later.dayNumber - dayNumber
    }

    static func < (earlier: CalendarDate, later: CalendarDate) -> Bool {
        earlier.dayNumber < later.dayNumber
    }
}

/// The format in which an exporting system writes a day.
enum DateDialect {
    /// `31/03/2019`
    case dayFirst
    /// `2019-03-31`
    case iso

    func write(_ date: CalendarDate) -> String {
        let (year, month, day) = date.parts
        return switch self {
        case .dayFirst: "\(day.padded(to: 2))/\(month.padded(to: 2))/\(year.padded(to: 4))"
        case .iso: "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
        }
    }
}

extension Int {
    /// Returns the number with leading zeros, so that it has at least `width` digits.
    func padded(to width: Int) -> String {
        var digits = String(self)
        while digits.utf8.count < width { digits = "0" + digits }
        return digits
    }
}
