public import Core

/// Why a figure is not there. A reason is data, not a blank.
public enum MissingReason: Hashable, Sendable {
    /// The partner's own words: `Waiting for data`.
    case partner(String)
    /// No row of the source for this month and area has been delivered.
    case notDelivered(source: String, month: Month)
    /// The month was delivered only in part; the shorthand is the partnership's own, when it has one.
    case partial(source: String, month: Month, shorthand: String?)
    /// The partner has sent no return for this period.
    case notReturned
    /// The source does not divide its counts so far.
    case notDivided
    /// The source counts longer periods than the figure's, such as quarters.
    case coarserInTime
    /// The reference table has no denominator for the area.
    case noDenominator
    /// A figure that this one is made of is missing.
    case partMissing
    /// A percentage of zero is not defined.
    case changeFromZero
    /// Positions that accumulate are not compared with each other.
    case notCompared
    /// The measure does not apply to this kind of indicator.
    case notApplicable
    /// The count changed its meaning between the periods that would be compared.
    case seriesBreak
    /// There were no persons to take a share of.
    case nobody
    /// So few persons that they could be known, or what would reveal their number.
    case confidential
    /// So many quarantined rows may belong to the figure that it is not known.
    case rowsAtFault(source: String)
    /// The number does not fit into exact arithmetic.
    case tooLarge
    /// The source assigns so many events of the police force to no area that those of the area are not known.
    case unassigned(source: String)
    /// So many rows of the source have no place that those of the area are not known.
    case unplaced(source: String)
    /// The newest publication has no row for a category that the one before it had, which need not be zero.
    case notPublishedAgain(source: String)

    /// The stable code in the `status` column.
    public var code: String {
        switch self {
        case .partner(let words): words.lowercased().split(separator: " ").joined(separator: "-")
        case .notDelivered: "not-delivered"
        case .partial: "partial"
        case .notReturned: "not-returned"
        case .notDivided: "not-in-source"
        case .coarserInTime: "coarser-in-time"
        case .noDenominator: "no-denominator"
        case .partMissing: "part-missing"
        case .changeFromZero: "change-from-zero"
        case .notCompared: "not-compared"
        case .notApplicable: "not-applicable"
        case .seriesBreak: "series-break"
        case .nobody: "nobody"
        case .confidential: "confidential"
        case .rowsAtFault: "rows-at-fault"
        case .tooLarge: "number-too-large"
        case .unassigned: "unassigned-rows"
        case .unplaced: "unplaced-rows"
        case .notPublishedAgain: "not-published-again"
        }
    }

    /// What stands in the cell: the partner's words, else `[x]` for not available, `[z]` for not applicable, or `[c]`
    /// for confidential.
    public var display: String {
        switch self {
        case .partner(let words): words
        case .partial(_, _, let shorthand): shorthand ?? "[x]"
        case .notDelivered, .notReturned, .notDivided, .coarserInTime, .noDenominator, .partMissing, .rowsAtFault,
            .tooLarge, .unassigned, .unplaced, .notPublishedAgain:
            "[x]"
        case .changeFromZero, .notCompared, .notApplicable, .seriesBreak, .nobody: "[z]"
        case .confidential: "[c]"
        }
    }

    /// What the marker means, for the notes.
    public var explanation: String {
        switch self {
        case .partner(let words): "\(words): the partner's own reason why there is no figure yet."
        case .notDelivered: "[x] not available: at least one month of the period has not been delivered for the area."
        case .partial:
            "\(display) not available: at least one month of the period has been delivered only in part for the area."
        case .notReturned: "[x] not available: the partner has not sent a return for the period."
        case .notDivided: "[x] not available: the source does not divide its counts that far."
        case .coarserInTime:
            "[x] not available: the source counts by quarter, and the period is not made up of whole quarters."
        case .noDenominator: "[x] not available: there is no denominator for the area."
        case .partMissing: "[x] not available: a figure that this one is calculated from is missing."
        case .changeFromZero: "[z] not applicable: a percentage change from zero is not defined."
        case .notCompared: "[z] not applicable: a position that accumulates over the years is not compared."
        case .notApplicable: "[z] not applicable: the measure does not apply to this kind of indicator."
        case .seriesBreak:
            "[z] not applicable: the way of counting changed between the periods, so they are not compared."
        case .nobody: "[z] not applicable: there were no persons to calculate a share from."
        case .confidential:
            "[c] confidential: the number is small enough to identify people, or would let such a number be worked out."
        case .rowsAtFault:
            "[x] not available: too many rows that may belong to the figure have errors."
        case .tooLarge: "[x] not available: the number is too large to be calculated exactly."
        case .unplaced:
            "[x] not available: too many rows of the source have no place."
        case .unassigned:
            "[x] not available: too many events of the police force have no area in the source."
        case .notPublishedAgain:
            "[x] not available: the newest publication has no row for a category that the previous publication had."
        }
    }
}
