import ArgumentParser
import Ingestion
import PipelineDefinition
import PipelineEngine
import Publishing

/// Tells what went wrong, and with which exit status the command ends.
enum Failure {
    static func exit(for error: any Error) -> any Error {
        switch error {
        case is ExitCode, is ValidationError: return error
        case let mistakes as DefinitionMistakes: return told(mistakes.description, .definitionWrong)
        case let failure as RunFailure: return told(failure.description, status(of: failure))
        case let refusal as ExtractRefusal: return told(refusal.description, status(of: refusal))
        case let failure as OutputFailure: return told(failure.description, status(of: failure))
        case let failure as AuditFailure: return told(failure.description, status(of: failure))
        default: return told("\(error)", .internalFault)
        }
    }

    private static func told(_ message: String, _ status: ExitStatus) -> ExitCode {
        if Terminal.isWatched { Terminal.progress("") }
        Terminal.message(message)
        return status.code
    }

    private static func status(of failure: RunFailure) -> ExitStatus {
        switch failure {
        case .noLandingFolder, .noExtracts, .noCompleteQuarter, .nothingInQuarter: .inputMissing
        case .refused(let refusals): refusals.map(status).contains(.ioFailure) ? .ioFailure : .inputRefused
        case .unbalanced, .contradictoryFigures: .internalFault
        }
    }

    private static func status(of failure: AuditFailure) -> ExitStatus {
        switch failure {
        case .missing, .noRelease: .inputMissing
        case .malformed, .otherFormat: .inputRefused
        }
    }

    private static func status(of refusal: ExtractRefusal) -> ExitStatus {
        if case .unreadable = refusal { .ioFailure } else { .inputRefused }
    }

    private static func status(of failure: OutputFailure) -> ExitStatus {
        switch failure.kind {
        case .cannotCreate: .cannotCreate
        case .inputOutput: .ioFailure
        case .busy: .locked
        case .permission: .noPermission
        case .internalFault: .internalFault
        }
    }
}
