/// A release, as the ledger records it: its inputs and its figures.
public struct LedgerRelease: Hashable, Sendable {
    /// The pipeline, the quarter that it is about, and its identifier.
    public let pipeline, quarter, identifier: String
    /// What went in.
    public let extracts: [LedgerExtract]
    /// Its figures.
    public let figures: [LedgerFigure]
    /// What was published with another value before.
    public let revisions: [LedgerRevision]

    /// A release from its parts.
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
    /// The release that it left; nil when it left none.
    public let release: LedgerRelease?

    /// An entry from its parts.
    public init(run: LedgerRun, release: LedgerRelease?) {
        self.run = run
        self.release = release
    }
}
