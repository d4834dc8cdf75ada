public import Core
import Ingestion

extension RunFailure: ReportedFailure {
    /// How a program ends that was to publish.
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

    /// A message for each refused extract; everything else is one.
    public var messages: [FailureMessage] {
        if case .refused(let extractErrors) = self { return extractErrors.flatMap(\.messages) }
        return [FailureMessage(code: code, description)]
    }
}
