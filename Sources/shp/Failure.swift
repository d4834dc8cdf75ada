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
        case let release as UnreadableRelease: return told(release.description, status(of: release))
        case let missing as FigureNotFound: return told(missing.description, .usage)
        case let mismatch as ReleaseMismatch: return told(mismatch.description, status(of: mismatch))
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
        case .deliveryUnknown: .inputRefused
        case .unbalanced: .internalFault
        }
    }

    private static func status(of refusal: ExtractRefusal) -> ExitStatus {
        if case .unreadable = refusal { .ioFailure } else { .inputRefused }
    }

    private static func status(of release: UnreadableRelease) -> ExitStatus {
        if case .changed = release { .inputRefused } else { .inputMissing }
    }

    private static func status(of mismatch: ReleaseMismatch) -> ExitStatus {
        if mismatch.isOfDefinition { return .definitionWrong }
        return mismatch.isOfMissingFiles ? .inputMissing : .inputRefused
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
