public import Core

/// One run, as the ledger records it.
public struct LedgerRun: Hashable, Sendable {
    /// How a run ended.
    public enum Outcome: String, CaseIterable, Sendable {
        /// A new release was published.
        case published
        /// The release was there already, with the same bytes.
        case unchanged
        /// The inputs of the run could not be read.
        case refused
        /// The run could not go on.
        case failed
    }

    /// When it began.
    public let began: Moment
    /// How long it took, in milliseconds.
    public let took: Int
    /// The definition, as it was named.
    public let definition: String
    /// The quarter that was published or requested; nil when none was known.
    public let quarter: String?
    /// The release's identifier; nil when there is none.
    public let release: String?
    public let outcome: Outcome
    /// The exit status of the process.
    public let exitStatus: Int
    /// The codes of the rules for which it was refused, or what kept it from going on.
    public let codes: [String]

    /// A run from its parts.
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
