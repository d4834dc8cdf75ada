public import Core

extension LedgerError: ReportedFailure {
    /// The exit status of a command that needs only the ledger; a run continues without it.
    public var exitStatus: ExitStatus {
        switch self {
        case .absent: .inputMissing
        case .locked: .locked
        case .forbidden: .noPermission
        case .damaged, .edited, .movedAside, .stuck, .newer, .unusable: .ioFailure
        }
    }
}
