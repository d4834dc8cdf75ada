import ArgumentParser
import Core
import PipelineEngine

/// Reports what went wrong: on standard error, and with the exit status.
enum Failure {
    /// Reports an error; what the command is to throw. What concerns the command line is left to its parser, which adds how the
    /// command is called.
    static func exit(for error: any Error, _ log: Log) -> any Error {
        switch error {
        case is ExitCode, is ValidationError: return error
        case let requestError as RequestError: return ValidationError(requestError.description)
        default:
            let failure = InternalFault.reported(error)
            for message in failure.messages { log.tell(Notice(message)) }
            return failure.exitStatus.code
        }
    }
}
