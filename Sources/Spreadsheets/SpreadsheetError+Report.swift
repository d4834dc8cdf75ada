package import Core
import SystemPackage

extension SpreadsheetError: ReportedFailure {
    /// The exit status of a program that only this file stops.
    package var exitStatus: ExitStatus {
        guard case .unreadable(_, let code) = self else { return .inputRefused }
        return code == .permissionDenied || code == .notPermitted ? .noPermission : .ioFailure
    }

    /// The message, with the file that it is about.
    package var messages: [FailureMessage] {
        [FailureMessage(code: code, description, explanation: reason, file: file)]
    }
}
