import ArgumentParser
import Core
import PipelineEngine

/// Reports an error on standard error and through the exit status.
enum Failure {
    /// Reports an error, and returns the error that the command throws. Errors in the command line are left to the
    /// argument parser, which adds the usage.
    static func exit(for error: any Error, _ log: Log) -> any Error {
        switch error {
        case is ExitCode, is ValidationError: return error
        case let requestError as RequestError: return ValidationError(requestError.description)
        default:
            let failure = InternalFault.reported(error)
            for message in failure.messages { log.report(Notice(message)) }
            return failure.exitStatus.code
        }
    }
}
