public import Core

/// The time of a run, supplied by the caller: the engine itself reads no clock. Only the ledger's records depend on the
/// time; no other output of a run does.
public struct RunClock: Sendable {
    /// The day, by the machine's own calendar.
    public let today: CalendarDate
    /// The time for the ledger's records.
    public let now: @Sendable () -> Moment
    /// The time with which the file system stamps written files; it may differ from the time of the records.
    public let fileTime: @Sendable () -> Moment
    /// The time since a fixed moment; it never runs backwards.
    public let uptime: @Sendable () -> Duration

    /// Creates a clock from its parts.
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
