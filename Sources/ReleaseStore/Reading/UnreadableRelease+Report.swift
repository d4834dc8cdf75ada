public import Core

extension UnreadableRelease: ReportedFailure {
    /// The exit status of a program that needs the release: changed files are refused, absent ones are missing.
    public var exitStatus: ExitStatus {
        switch self {
        case .changed, .missing, .unlistedFile, .brokenChain, .unlistedIssue, .entryMissing, .entryChanged,
            .pipelineMissing, .damagedList:
            .inputRefused
        case .several(let all): all.first?.exitStatus ?? .inputRefused
        case .forbidden: .noPermission
        case .noRelease, .noQuarter, .unreadable, .elsewhere: .inputMissing
        }
    }

    /// One message for each problem, with its file.
    public var messages: [FailureMessage] {
        if case .several(let all) = self { return all.flatMap(\.messages) }
        guard let file, description.hasPrefix(file + ": ") else { return [FailureMessage(code: code, description)] }
        return [
            FailureMessage(
                code: code, description, explanation: String(description.dropFirst(file.count + 2)), file: file)
        ]
    }

    /// The file or folder that the error concerns.
    private var file: String? {
        switch self {
        case .noRelease(let path), .forbidden(let path), .elsewhere(let path, _), .unlistedIssue(let path, _),
            .pipelineMissing(let path, _):
            path
        case .missing(let file), .unreadable(let file), .changed(let file), .unlistedFile(let file),
            .brokenChain(let file, _), .damagedList(let file):
            file
        case .entryMissing(let list, _, _), .entryChanged(let list, _): list
        case .noQuarter(_, let output): output
        case .several: nil
        }
    }
}
