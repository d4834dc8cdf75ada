import Core
import FoundationEssentials
import Glibc
import PipelineEngine

/// The program's only clock. It decides what is late today, and gives the time of a run. No output of a run depends on
/// the clock.
/// SOURCE_DATE_EPOCH (seconds since 1970), which reproducible builds set, stops the clock at that time.
enum Clock {
    /// The time now.
    static var now: Moment {
        if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap({ Int($0) }),
            abs(epoch) < 1 << 40
        {
            return Moment(milliseconds: epoch * 1000)
        }
        return system
    }

    /// The time now without regard to SOURCE_DATE_EPOCH. The file system stamps files with this time.
    private static var system: Moment {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Moment(milliseconds: now.tv_sec * 1000 + now.tv_nsec / 1_000_000)
    }

    /// The clock of a run that begins now.
    static var ofRun: RunClock {
        let start = ContinuousClock.now
        return RunClock(
            today: today, now: { now }, fileTime: { system }, uptime: { start.duration(to: .now) })
    }

    /// Today, in the machine's time zone.
    static var today: CalendarDate {
        var seconds = now.milliseconds / 1000
        var parts = unsafe tm()
        unsafe localtime_r(&seconds, &parts)
        return unsafe CalendarDate(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? CalendarDate(day: Int32(seconds / 86_400))
    }
}
