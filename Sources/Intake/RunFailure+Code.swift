import Files
import Ingestion
import SystemPackage

extension RunFailure {
    /// The stable code in kebab case. If several extracts are refused, it is the code of the first.
    public var code: String {
        switch self {
        case .noLandingFolder: "no-landing-folder"
        case .unreadableFolder(_, let code): ReadPermission.denies(code) ? "no-permission" : "unreadable"
        case .noExtracts: "no-extract"
        case .noneDelivered: "none-delivered"
        case .refused(let extractErrors): extractErrors.first?.code ?? "refused"
        case .noCompleteQuarter: "no-complete-quarter"
        case .nothingInQuarter: "nothing-in-quarter"
        case .deliveryUnknown: "delivery-unknown"
        case .unbalanced: "unbalanced"
        case .listingDiscloses: "discloses"
        case .undecided: "disclosure-undecided"
        case .contradictoryFigures: "contradictory-figures"
        }
    }
}
