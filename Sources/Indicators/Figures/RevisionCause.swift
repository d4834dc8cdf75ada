/// Why a figure differs from the one that was issued before. Causes are looked for in this order, and each takes what it
/// explains: what the program and the definition change on the same rows comes first, then what rows change. A row has one
/// cause, the first that applies to it.
public enum RevisionCause: String, CaseIterable, Comparable, Sendable {
    /// The program computes the figure differently from the same rows.
    case program
    /// The definition, or a file that it names, says something else of the same rows.
    case definition
    /// Both changed, and it is not known which of them is the cause.
    case definitionAndProgram = "definition-and-program"
    /// The count is the same, but the denominator of its rate is another.
    case denominator
    /// An extract that the issued figure was made of is not there any longer, or is another one.
    case extractGone = "extract-gone"
    /// Rows of an extract that was there before were corrected, or are no longer there.
    case correctedRows = "corrected-rows"
    /// A later row says that it was cancelled.
    case cancelled
    /// A later row says that it was not cancelled after all.
    case reinstated
    /// A later row puts it into another area.
    case movedArea = "moved-area"
    /// A later row puts it into another month.
    case redated
    /// A later row has another category, or another flag.
    case reclassified
    /// A later delivery of the same month and force, or the same area and quarter, has other rows.
    case redelivered
    /// Rows that were delivered since, of which nothing was known.
    case lateRows = "late-rows"
    /// Counts that were delivered since, in the place of earlier ones.
    case restatedCounts = "restated-counts"
    /// A partner's later return.
    case restatedReturn = "restated-return"
    /// Treatment rows that were delivered since.
    case treatmentRows = "treatment-rows"

    /// What the cause is, for people: `late rows`.
    public var words: String {
        switch self {
        case .program: "a different version of the program"
        case .definition: "a change to the definition"
        case .definitionAndProgram: "a change to the definition or the program"
        case .denominator: "a different denominator"
        case .extractGone: "an extract that is no longer there"
        case .correctedRows: "corrected rows"
        case .cancelled: "cancelled"
        case .reinstated: "no longer cancelled"
        case .movedArea: "moved to or from another area"
        case .redated: "moved to or from another month"
        case .reclassified: "reclassified"
        case .redelivered: "delivered again"
        case .lateRows: "late rows"
        case .restatedCounts: "restated counts"
        case .restatedReturn: "a later return"
        case .treatmentRows: "later treatment rows"
        }
    }

    /// Whether rows changed, rather than what is made of them.
    public var isOfRows: Bool { self >= .correctedRows }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (a: RevisionCause, b: RevisionCause) -> Bool { a.rank < b.rank }
}
