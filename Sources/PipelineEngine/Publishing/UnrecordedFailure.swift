public import Core
public import Ledger

/// An error of a run that could not be kept in the ledger as it should, with what kept it from that.
public struct UnrecordedFailure: ReportedFailure {
    /// What ended the run.
    public let cause: any Error
    /// What is wrong with the ledger.
    public let ledgerErrors: [LedgerError]

    package init(cause: any Error, _ ledgerErrors: [LedgerError]) {
        self.cause = cause
        self.ledgerErrors = ledgerErrors
    }

    private var failure: any ReportedFailure { InternalFault.reported(cause) }

    public var code: String { failure.code }
    public var exitStatus: ExitStatus { failure.exitStatus }

    /// Every message, a line each.
    public var description: String { messages.map(\.text).joined(separator: "\n") }

    /// The messages of the cause, then those about the ledger, which are warnings.
    public var messages: [FailureMessage] {
        failure.messages
            + ledgerErrors.map { FailureMessage(code: $0.code, $0.description, isWarning: true) }
    }
}
