public import Core

extension ExtractError: ReportedFailure {
    /// How a program ends that this extract alone stops.
    public var exitStatus: ExitStatus { [self].exitStatus }

    /// The message, with the file and the line that it is about.
    public var messages: [FailureMessage] {
        let (line, explanation) = placed
        return [FailureMessage(code: code, description, explanation: explanation, file: file, line: line)]
    }
}

extension [ExtractError] {
    /// The exit status for refused extracts: files that may not be read and failures of the disk weigh more than
    /// what is wrong inside a file.
    public var exitStatus: ExitStatus {
        if contains(where: \.isForbidden) { return .noPermission }
        return contains { if case .unreadable = $0 { true } else { false } } ? .ioFailure : .inputRefused
    }
}
