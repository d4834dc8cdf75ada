/// A release, as the ledger records it: its inputs and its figures.
public struct LedgerRelease: Hashable, Sendable {
    /// The release's pipeline, quarter and identifier.
    public let pipeline, quarter, identifier: String
    /// The extracts that the release was made of.
    public let extracts: [LedgerExtract]
    /// The release's figures.
    public let figures: [LedgerFigure]
    /// The figures that were published with another value before.
    public let revisions: [LedgerRevision]

    /// Creates a release from its parts.
    public init(
        pipeline: String, quarter: String, identifier: String, extracts: [LedgerExtract], figures: [LedgerFigure],
        revisions: [LedgerRevision] = []
    ) {
        self.pipeline = pipeline
        self.quarter = quarter
        self.identifier = identifier
        self.extracts = extracts
        self.figures = figures
        self.revisions = revisions
    }
}

/// What one run adds to the ledger.
public struct LedgerEntry: Hashable, Sendable {
    /// The run.
    public let run: LedgerRun
    /// The release that the run published; nil when there is none.
    public let release: LedgerRelease?

    /// Creates an entry from its parts.
    public init(run: LedgerRun, release: LedgerRelease?) {
        self.run = run
        self.release = release
    }
}
