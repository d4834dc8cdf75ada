import Indicators

/// Which kinds of values a subject can have. A return may have any kind. Only the partner knows whether the number is
/// for the quarter, for the twelve months that end with it, or since a programme began. It may also be a share.
extension IndicatorSubject {
    /// The kinds that fit, the usual one first.
    var fittingKinds: [IndicatorKind] {
        switch self {
        case .events: [.count]
        case .treatment(_, .inEffectiveTreatment, _): [.rollingCount]
        case .treatment: [.proportion]
        case .returned: [.count, .rollingCount, .proportion, .cumulative]
        }
    }

    /// What the values of the subject are, for messages.
    var valueWords: String {
        switch self {
        case .events: "a number of events in the period"
        case .treatment(_, .inEffectiveTreatment, _): "a number of persons over twelve months"
        case .treatment: "a share of persons over twelve months"
        case .returned: "a partner's return"
        }
    }
}
