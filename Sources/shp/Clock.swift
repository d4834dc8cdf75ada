import Glibc
import Tabular

/// The only clock of the program, for what is late today. No output of a run has a part in it.
enum Clock {
    /// The day by the machine's own calendar.
    static var today: CalendarDate {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? CalendarDate(day: Int32(now / 86_400))
    }
}
