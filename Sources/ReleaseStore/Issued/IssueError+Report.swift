public import Core

extension IssueError: ReportedFailure {
    /// How a program ends that was to issue or withdraw the release.
    public var exitStatus: ExitStatus {
        switch self {
        case .reveals, .notComparable: .inputRefused
        case .notEnded, .dayNotAllowed, .notIssued: .usage
        }
    }
}
