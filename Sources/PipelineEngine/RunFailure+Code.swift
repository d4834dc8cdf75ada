import Ingestion
import Publishing

extension RunFailure {
    /// The stable kebab-case codes of the reasons, each once, for programs and for the ledger.
    public var codes: [String] {
        switch self {
        case .noLandingFolder: ["no-landing-folder"]
        case .unreadableFolder(_, let code): [ReadPermission.denies(code) ? "no-permission" : "unreadable"]
        case .noExtracts: ["no-extract"]
        case .noneDelivered: ["none-delivered"]
        case .refused(let refusals): Set(refusals.map(\.code)).sorted()
        case .noCompleteQuarter: ["no-complete-quarter"]
        case .nothingInQuarter: ["nothing-in-quarter"]
        case .deliveryUnknown: ["delivery-unknown"]
        case .unbalanced: ["unbalanced"]
        case .discloses, .listingDiscloses: ["discloses"]
        case .undecided: ["disclosure-undecided"]
        case .contradictoryFigures: ["contradictory-figures"]
        }
    }
}
