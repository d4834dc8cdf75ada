import Ingestion

extension RunFailure {
    /// The stable kebab-case codes of the reasons, each once, for programs and for the ledger.
    public var codes: [String] {
        switch self {
        case .noLandingFolder: ["no-landing-folder"]
        case .noExtracts: ["no-extract"]
        case .refused(let refusals): Set(refusals.map(\.code)).sorted()
        case .deliveryUnknown: ["delivery-unknown"]
        case .noCompleteQuarter: ["no-complete-quarter"]
        case .nothingInQuarter: ["nothing-in-quarter"]
        case .unbalanced: ["unbalanced"]
        }
    }
}
