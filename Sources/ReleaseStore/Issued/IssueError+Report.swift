public import Core

extension IssueError: ReportedFailure {
    /// The exit status of a program that was to issue or withdraw the release.
    public var exitStatus: ExitStatus {
        switch self {
        case .reveals, .notComparable: .inputRefused
        case .notEnded, .dayNotAllowed, .notIssued: .usage
        }
    }
}
