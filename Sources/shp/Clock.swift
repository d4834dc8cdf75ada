import Core
import FoundationEssentials
import Glibc
import PipelineEngine

/// The only clock of the program: for what is late today, and for when a run was. No output of a run has a part in it.
/// With SOURCE_DATE_EPOCH, as reproducible builds set it (seconds since 1970), it stands still there.
enum Clock {
    /// Now.
    static var now: Moment {
        if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap({ Int($0) }),
            abs(epoch) < 1 << 40
        {
            return Moment(milliseconds: epoch * 1000)
        }
        return system
    }

    /// Now, without regard to SOURCE_DATE_EPOCH: the time by which the file system stamps what is written.
    private static var system: Moment {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Moment(milliseconds: now.tv_sec * 1000 + now.tv_nsec / 1_000_000)
    }

    /// The time of a run that begins now.
    static var ofRun: RunClock {
        let start = ContinuousClock.now
        return RunClock(
            today: today, now: { now }, fileTime: { system }, uptime: { start.duration(to: .now) })
    }

    /// The day by the machine's own calendar.
    static var today: CalendarDate {
        var seconds = now.milliseconds / 1000
        var parts = unsafe tm()
        unsafe localtime_r(&seconds, &parts)
        return unsafe CalendarDate(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? CalendarDate(day: Int32(seconds / 86_400))
    }
}
