public import Core

extension LedgerError: ReportedFailure {
    /// How a program ends that is about the ledger alone; a run goes on without it.
    public var exitStatus: ExitStatus {
        switch self {
        case .absent: .inputMissing
        case .locked: .locked
        case .forbidden: .noPermission
        case .damaged, .edited, .movedAside, .stuck, .newer, .unusable: .ioFailure
        }
    }
}
