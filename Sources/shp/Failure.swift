import ArgumentParser
import Ingestion
import Ledger
import Logging
import PipelineDefinition
import PipelineEngine
import Publishing

/// What went wrong, and with which exit status the command ends.
struct Failure {
    let status: ExitStatus
    let notices: [Notice]

    /// The codes of what went wrong, each once.
    var codes: [String] { Set(notices.map(\.code)).sorted() }

    /// Nil for what the command line has to say of itself, and for an exit status that was thrown.
    init?(_ error: any Error) {
        switch error {
        case is ExitCode, is ValidationError: return nil
        case let mistakes as DefinitionMistakes:
            self.init(
                mistakes.concernPermission ? .noPermission : .definitionWrong, mistakes.mistakes.map { Notice($0) })
        case RunFailure.refused(let refusals):
            self.init(Self.status(of: refusals), refusals.map { Notice($0) })
        case let failure as RunFailure:
            self.init(
                Self.status(of: failure),
                failure.codes.prefix(1).map { Notice(.error, code: $0, failure.description) })
        case let refusal as ExtractRefusal: self.init(Self.status(of: [refusal]), [Notice(refusal)])
        case let failure as OutputFailure:
            self.init(Self.status(of: failure), [Notice(.error, code: failure.code, failure.description)])
        case let release as UnreadableRelease:
            self.init(Self.status(of: release), [Notice(.error, code: release.code, release.description)])
        case let refusal as IssueRefusal:
            let status: ExitStatus =
                switch refusal {
                case .reveals, .notComparable: .inputRefused
                case .notEnded, .dayNotAllowed, .notIssued: .usage
                }
            self.init(status, [Notice(.error, code: refusal.code, refusal.description)])
        case let missing as FigureNotFound:
            self.init(.usage, [Notice(.error, code: "figure-not-found", missing.description)])
        case let mismatch as ReleaseMismatch:
            self.init(Self.status(of: mismatch), [Notice(.error, code: "release-mismatch", mismatch.description)])
        case let trouble as LedgerTrouble:
            self.init(Self.status(of: trouble), [Notice(.error, code: trouble.code, trouble.description)])
        case let failure as AuditFailure:
            self.init(Self.status(of: failure), [Notice(.error, code: failure.code, failure.description)])
        default: self.init(.internalFault, [Notice(.error, code: "internal-fault", "\(error)")])
        }
    }

    private init(_ status: ExitStatus, _ notices: [Notice]) {
        self.status = status
        self.notices = notices
    }

    /// Tells what went wrong; what the command is to throw.
    static func exit(for error: any Error, _ log: Log) -> any Error {
        guard let failure = Failure(error) else { return error }
        for notice in failure.notices { log.tell(notice) }
        return failure.status.code
    }

    private static func status(of failure: RunFailure) -> ExitStatus {
        switch failure {
        case .noLandingFolder, .noExtracts, .noneDelivered, .noCompleteQuarter, .nothingInQuarter: .inputMissing
        case .unreadableFolder: failure.codes == ["no-permission"] ? .noPermission : .ioFailure
        case .refused(let refusals): status(of: refusals)
        case .deliveryUnknown: .inputRefused
        case .listingDiscloses: .definitionWrong
        case .unbalanced, .discloses, .undecided, .contradictoryFigures: .internalFault
        }
    }

    private static func status(of failure: AuditFailure) -> ExitStatus {
        switch failure {
        case .missing, .noRelease: .inputMissing
        case .forbidden: .noPermission
        case .malformed, .otherFormat: .inputRefused
        }
    }

    private static func status(of refusals: [ExtractRefusal]) -> ExitStatus {
        if refusals.contains(where: \.isForbidden) { return .noPermission }
        return refusals.contains { if case .unreadable = $0 { true } else { false } } ? .ioFailure : .inputRefused
    }

    private static func status(of release: UnreadableRelease) -> ExitStatus {
        switch release {
        case .changed, .unlistedFile, .brokenChain, .unlistedIssue, .entryMissing, .entryChanged,
            .pipelineMissing, .damagedList:
            .inputRefused
        case .several(let all): all.first.map(status) ?? .inputRefused
        case .forbidden: .noPermission
        case .noRelease, .noQuarter, .unreadable, .elsewhere: .inputMissing
        }
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

    private static func status(of trouble: LedgerTrouble) -> ExitStatus {
        switch trouble {
        case .absent: .inputMissing
        case .locked: .locked
        case .forbidden: .noPermission
        case .damaged, .edited, .movedAside, .stuck, .newer, .unusable: .ioFailure
        }
    }
}
