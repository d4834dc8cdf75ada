import Synchronization

/// Counts how often each file is opened, within a task that has a count. With many small files, opening them takes the
/// most time.
package final class OpenCount: Sendable {
    /// The count of the task that is running; nil when none is wanted.
    @TaskLocal package static var current: OpenCount?

    private let counts = Mutex<[String: Int]>([:])

    /// Creates a count in which no file has been opened.
    package init() {}

    /// How often each file was opened, by its path.
    package var byPath: [String: Int] { counts.withLock { $0 } }

    func add(_ path: String) { counts.withLock { $0[path, default: 0] += 1 } }
}
