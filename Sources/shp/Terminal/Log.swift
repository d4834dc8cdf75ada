import Logging

/// How messages are written.
enum LogFormat: String, CaseIterable {
    case text, json
}

/// Writes messages to standard error, one on each line, for people or for programs.
struct Log: Sendable {
    private let logger: Logger
    /// How messages are written.
    let format: LogFormat
    private let bar: ProgressBar?

    /// Creates a log of messages at the level or above.
    init(format: LogFormat, level: Logger.Level) {
        let handler: any LogHandler =
            switch format {
            case .json: JSONLogHandler(now: { Clock.now })
            case .text: PlainLogHandler()
            }
        var logger = Logger(label: Program.name) { _ in handler }
        logger.logLevel = level
        self.logger = logger
        self.format = format
        bar = format == .text && level > .debug && level < .warning && Terminal.isWatched ? ProgressBar() : nil
    }

    /// Logs the notice when its level is high enough.
    func report(_ notice: Notice) {
        clearProgress()
        let message = format == .json ? notice.message : notice.text
        logger.log(level: notice.level, "\(message)", metadata: format == .json ? notice.metadata : nil)
    }

    /// Shows the progress of a run, on a terminal only.
    func show(_ share: ProgressBar.Share) { bar?.show(share) }

    /// Clears the progress from the terminal.
    func clearProgress() { bar?.clear() }
}

/// Writes each message unchanged.
struct PlainLogHandler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { Terminal.message("\(event.message)") }
}
