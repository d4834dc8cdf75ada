public import Core
import Ingestion

extension RunFailure: ReportedFailure {
    /// The exit status of a command that should have published.
    public var exitStatus: ExitStatus {
        switch self {
        case .noLandingFolder, .noExtracts, .noneDelivered, .noCompleteQuarter, .nothingInQuarter: .inputMissing
        case .unreadableFolder: code == "no-permission" ? .noPermission : .ioFailure
        case .refused(let extractErrors): extractErrors.exitStatus
        case .deliveryUnknown: .inputRefused
        case .listingDiscloses: .definitionWrong
        case .unbalanced, .undecided, .contradictoryFigures: .internalFault
        }
    }

    /// One message for each refused extract, or a single message for any other failure.
    public var messages: [FailureMessage] {
        if case .refused(let extractErrors) = self { return extractErrors.flatMap(\.messages) }
        return [FailureMessage(code: code, description)]
    }
}
