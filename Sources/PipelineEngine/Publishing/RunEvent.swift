public import Core
public import Intake
public import Ledger

/// An event that a run reports while it is under way. The engine prints nothing: the caller decides what is shown, and
/// how.
public enum RunEvent: Sendable {
    /// A part of an extract has been read.
    case progress(RunProgress)
    /// Nothing more will be read.
    case progressEnded
    /// A finding, with what to do about it, and its quarter where there are several.
    case finding(Finding, remedy: String?, of: FinancialQuarter?)
    /// A note on the protection of small numbers.
    case protection(code: String, words: String)
    /// The page that links to the releases could not be updated; the release itself is complete.
    case indexNotWritten(reason: String)
    /// A problem in writing the ledger, or what was done about it.
    case ledger(LedgerError)
    /// The quarter has a release already, so nothing is done for it.
    case released(FinancialQuarter)
    /// The quarter cannot be published: there are no rows for it, or its year has no targets.
    case nothingToPublish(FinancialQuarter, any ReportedFailure)
    /// The quarter is published.
    case published(QuarterPublication)
}

/// Receives what a run reports, from any thread.
public typealias RunReport = @Sendable (RunEvent) -> Void
