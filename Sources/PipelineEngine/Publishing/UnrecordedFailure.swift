public import Core
public import Ledger

/// An error of a run that could not be recorded in the ledger, together with the ledger's errors.
public struct UnrecordedFailure: ReportedFailure {
    /// The error that ended the run.
    public let cause: any Error
    /// The errors of the ledger.
    public let ledgerErrors: [LedgerError]

    package init(cause: any Error, _ ledgerErrors: [LedgerError]) {
        self.cause = cause
        self.ledgerErrors = ledgerErrors
    }

    private var failure: any ReportedFailure { InternalFault.reported(cause) }

    public var code: String { failure.code }
    public var exitStatus: ExitStatus { failure.exitStatus }

    /// All messages, one on each line.
    public var description: String { messages.map(\.text).joined(separator: "\n") }

    /// The messages of the cause, then those about the ledger, which are warnings.
    public var messages: [FailureMessage] {
        failure.messages
            + ledgerErrors.map { FailureMessage(code: $0.code, $0.description, isWarning: true) }
    }
}
