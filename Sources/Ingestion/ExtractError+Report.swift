public import Core

extension ExtractError: ReportedFailure {
    /// The exit status of a program that only this extract stops.
    public var exitStatus: ExitStatus { [self].exitStatus }

    /// The message, with the file and the line that it is about.
    public var messages: [FailureMessage] {
        let (line, explanation) = placed
        return [FailureMessage(code: code, description, explanation: explanation, file: file, line: line)]
    }
}

extension [ExtractError] {
    /// The exit status for refused extracts. Missing permissions and disk failures take precedence over faults inside a
    /// file.
    public var exitStatus: ExitStatus {
        if contains(where: \.isForbidden) { return .noPermission }
        let isFailure = contains { error in
            switch error {
            case .unreadable, .unreadableContainer(_, code: ExtractError.noSpace, _): true
            default: false
            }
        }
        return isFailure ? .ioFailure : .inputRefused
    }
}
