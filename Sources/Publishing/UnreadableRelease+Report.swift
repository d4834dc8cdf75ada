public import Tabular

extension UnreadableRelease: ReportedFailure {
    /// How a program ends that needs the release: what was changed is refused, what is not there is missing.
    public var exitStatus: ExitStatus {
        switch self {
        case .changed, .unlistedFile, .brokenChain, .unlistedIssue, .entryMissing, .entryChanged,
            .pipelineMissing, .damagedList:
            .inputRefused
        case .several(let all): all.first?.exitStatus ?? .inputRefused
        case .forbidden: .noPermission
        case .noRelease, .noQuarter, .unreadable, .elsewhere: .inputMissing
        }
    }
}
