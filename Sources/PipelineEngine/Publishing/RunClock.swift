public import Core

/// The time of a run, as the caller knows it: the engine reads no clock. No output of a run has a part in it but the
/// records of the ledger.
public struct RunClock: Sendable {
    /// The day, by the machine's own calendar.
    public let today: CalendarDate
    /// The time for the records.
    public let now: @Sendable () -> Moment
    /// The time by which the file system stamps what is written, whatever time the records have.
    public let fileTime: @Sendable () -> Moment
    /// The time since a moment that stays the same; it is never set back.
    public let uptime: @Sendable () -> Duration

    /// A clock from its parts.
    public init(
        today: CalendarDate, now: @escaping @Sendable () -> Moment, fileTime: @escaping @Sendable () -> Moment,
        uptime: @escaping @Sendable () -> Duration
    ) {
        self.today = today
        self.now = now
        self.fileTime = fileTime
        self.uptime = uptime
    }
}
