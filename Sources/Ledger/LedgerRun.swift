public import Core

/// One run, as the ledger records it.
public struct LedgerRun: Hashable, Sendable {
    /// How a run ended.
    public enum Outcome: String, CaseIterable, Sendable {
        /// A new release was published.
        case published
        /// The release existed already, with the same bytes.
        case unchanged
        /// The inputs of the run could not be read.
        case refused
        /// The run could not continue.
        case failed
    }

    /// When the run began.
    public let began: Moment
    /// How long the run took, in milliseconds.
    public let took: Int
    /// The definition, as it was named.
    public let definition: String
    /// The quarter that was published or requested; nil when no quarter was known.
    public let quarter: String?
    /// The identifier of the run's release; nil when there is none.
    public let release: String?
    public let outcome: Outcome
    /// The exit status of the process.
    public let exitStatus: Int
    /// The codes of the rules that the inputs broke, or of the errors that stopped the run.
    public let codes: [String]

    /// Creates a run from its parts.
    public init(
        began: Moment, took: Int, definition: String, quarter: String?, release: String?, outcome: Outcome,
        exitStatus: Int, codes: [String] = []
    ) {
        self.began = began
        self.took = took
        self.definition = definition
        self.quarter = quarter
        self.release = release
        self.outcome = outcome
        self.exitStatus = exitStatus
        self.codes = codes
    }
}
