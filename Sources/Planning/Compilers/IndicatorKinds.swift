import Indicators

/// Which kinds the values of a subject can be of. A return may be of any kind: only the partner knows whether the number is
/// of the quarter, of the twelve months that end with it, a share, or a position since a programme began.
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

    /// What its values are, for messages.
    var valueWords: String {
        switch self {
        case .events: "a number of events in the period"
        case .treatment(_, .inEffectiveTreatment, _): "a number of persons over twelve months"
        case .treatment: "a share of persons over twelve months"
        case .returned: "a partner's return"
        }
    }
}
