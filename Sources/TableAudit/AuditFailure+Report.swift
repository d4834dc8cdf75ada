public import Core

extension AuditFailure: ReportedFailure {
    /// The exit status of a program that cannot read the tables.
    public var exitStatus: ExitStatus {
        switch self {
        case .missing, .noRelease: .inputMissing
        case .forbidden: .noPermission
        case .malformed, .otherFormat, .noAcceptances, .acceptanceWithoutReason: .inputRefused
        }
    }
}
