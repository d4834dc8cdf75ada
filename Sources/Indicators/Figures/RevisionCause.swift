/// Why a figure differs from the one that was issued before. Causes are looked for in this order, and each accounts for
/// the part of the change that it explains. First come changes to the program and the definition, with the same rows;
/// then come changes to the rows. A row has one cause: the first that applies to it.
public enum RevisionCause: String, CaseIterable, Comparable, Sendable {
    /// The program computes the figure differently from the same rows.
    case program
    /// The definition, or a file that it names, changed, and the same rows give another figure.
    case definition
    /// The definition and the program both changed, and it is not known which is the cause.
    case definitionAndProgram = "definition-and-program"
    /// The count is the same, but the denominator of its rate differs.
    case denominator
    /// An extract that the issued figure was made from is no longer there, or was replaced.
    case extractGone = "extract-gone"
    /// Rows of an extract that was there before were corrected or removed.
    case correctedRows = "corrected-rows"
    /// A later row says that the event was cancelled.
    case cancelled
    /// A later row says that the event was not cancelled after all.
    case reinstated
    /// A later row moves the event to another area.
    case movedArea = "moved-area"
    /// A later row moves the event to another month.
    case redated
    /// A later row gives the event another category or another flag.
    case reclassified
    /// A later delivery of the same month and force, or the same area and quarter, has other rows.
    case redelivered
    /// Rows that were delivered since, about events that were not known before.
    case lateRows = "late-rows"
    /// Counts that were delivered since, replacing earlier ones.
    case restatedCounts = "restated-counts"
    /// A partner's later return.
    case restatedReturn = "restated-return"
    /// Treatment rows that were delivered since.
    case treatmentRows = "treatment-rows"

    /// The cause in words: `late rows`.
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

    /// Whether rows changed, rather than the calculation from them.
    public var isOfRows: Bool { self >= .correctedRows }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (a: RevisionCause, b: RevisionCause) -> Bool { a.rank < b.rank }
}
