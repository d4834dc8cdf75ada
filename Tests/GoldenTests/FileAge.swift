import Foundation
import Glibc

/// Runs remember only files that are older than the run itself. Tests of what a run remembers wait until their files
/// are old enough.
enum FileAge {
    /// File systems take their time stamps from the kernel's tick, and a run allows 20 ms for that.
    private static let grain: Duration = .milliseconds(40)

    /// Waits until every file in a folder is older than a run that begins now.
    static func settle(in folder: String) {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let newest = files.compactMap { lastChange(of: folder + "/" + $0) }.max() ?? .zero
        while now < newest + grain { sched_yield() }
    }

    /// Returns when a file's content, name or permissions last changed, since 1970; nil when there is no such file.
    private static func lastChange(of path: String) -> Duration? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return max(duration(status.st_mtim), duration(status.st_ctim))
    }

    private static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return duration(time)
    }

    private static func duration(_ time: timespec) -> Duration {
        .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
