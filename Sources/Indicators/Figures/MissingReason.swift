public import Core

/// Why a figure is missing. The reason is published in the cell, which is never blank.
public enum MissingReason: Hashable, Sendable {
    /// The partner's own words: `Waiting for data`.
    case partner(String)
    /// No row of the source for this month and area has been delivered.
    case notDelivered(source: String, month: Month)
    /// The month was delivered only in part. The shorthand is the partnership's own, if it has one.
    case partial(source: String, month: Month, shorthand: String?)
    /// The partner has sent no return for this period.
    case notReturned
    /// The source does not divide its counts into such fine categories.
    case notDivided
    /// The source counts by longer periods than the figure needs, such as quarters.
    case coarserInTime
    /// The reference table has no denominator for the area.
    case noDenominator
    /// A value that the figure is calculated from is missing.
    case partMissing
    /// A percentage change from zero is not defined.
    case changeFromZero
    /// Cumulative values are not compared with each other.
    case notCompared
    /// The measure does not apply to this kind of indicator.
    case notApplicable
    /// The meaning of the count changed between the periods that would be compared.
    case seriesBreak
    /// There were no persons to take a share of.
    case nobody
    /// The number of persons is so small that they could be identified, or the figure would reveal such a number.
    case confidential
    /// So many quarantined rows may belong to the figure that the figure is not known.
    case rowsAtFault(source: String)
    /// The number does not fit into exact arithmetic.
    case tooLarge
    /// So many events of the police force have no area in the source that the number for this area is not known.
    case unassigned(source: String)
    /// So many rows of the source have no place that the number for the area is not known.
    case unplaced(source: String)
    /// The newest publication has no row for a category that had one in the publication before. The number need not be
    /// zero.
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

    /// The text in the cell: the partner's words or shorthand, else `[x]` for not available, `[z]` for not applicable,
    /// or `[c]` for confidential.
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
        case .notDivided: "[x] not available: the source does not count this category separately."
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
            "[c] confidential: the number is small enough to identify people, or would reveal such a number."
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
