/// Why a well-formed row of an extract is not the pipeline's business.
public enum OutOfScope: String, CaseIterable, Sendable {
    /// The row's area is not one of the definition's.
    case outsideArea = "outside-area"
    /// The row has no place, and the schema says that such rows are left out.
    case noLocation = "no-location"
    /// The classification says that the code does not belong (nationally recorded fraud, a closure as "not ASB").
    case category = "category-out-of-scope"
    /// The client did not agree to their record being shared.
    case consentWithheld = "consent-withheld"
    /// The client was triaged, but no modality has started; the definition counts treatment from there.
    case notStarted = "not-started"
    /// The source itself could not say in which area it was.
    case unassigned
}

/// Where every row of one extract went.
public struct RowAccount: Hashable, Sendable {
    /// Data rows in the file, whether or not they count.
    public var read = 0
    /// Rows that count.
    public var accepted = 0
    /// Rows with a finding that keeps them out, by the first such rule.
    public var quarantined: [FindingRule: Int] = [:]
    /// Identical repeats of an identifier within the extract.
    public var duplicate = 0
    /// Rows that a later row of the same identifier replaces.
    public var superseded = 0
    /// Cancelled crimes (formerly "no-crime").
    public var cancelled = 0
    /// Rows that are none of the pipeline's business, by reason.
    public var outOfScope: [OutOfScope: Int] = [:]
    /// Rows that were in quarantine and have been corrected, whether or not they count. They are among those above.
    public var corrected = 0
    /// Lines that are not data, counted beside the balance: those without any value.
    public var blankLines = 0
    /// Physical lines above the header that are titles.
    public var titleLines = 0
    /// Rows that add up others.
    public var totalsRows = 0
    /// Rows that say the header again.
    public var repeatedHeaders = 0
    /// Lines of words below the last row: a source, a note.
    public var footerLines = 0

    /// An account of no rows.
    public init() {}

    /// All quarantined rows.
    public var quarantinedTotal: Int { quarantined.values.reduce(0, +) }
    /// All rows out of scope.
    public var outOfScopeTotal: Int { outOfScope.values.reduce(0, +) }
    /// Whether every row that was read went somewhere.
    public var balances: Bool { balance == 0 }

    /// Both accounts together.
    public static func + (a: RowAccount, b: RowAccount) -> RowAccount {
        var sum = a
        sum += b
        return sum
    }

    /// Adds the rows of the other account.
    public static func += (sum: inout RowAccount, b: RowAccount) {
        sum.read += b.read
        sum.accepted += b.accepted
        if !b.quarantined.isEmpty { sum.quarantined.merge(b.quarantined, uniquingKeysWith: +) }
        sum.duplicate += b.duplicate
        sum.superseded += b.superseded
        sum.cancelled += b.cancelled
        if !b.outOfScope.isEmpty { sum.outOfScope.merge(b.outOfScope, uniquingKeysWith: +) }
        sum.corrected += b.corrected
        sum.blankLines += b.blankLines
        sum.titleLines += b.titleLines
        sum.totalsRows += b.totalsRows
        sum.repeatedHeaders += b.repeatedHeaders
        sum.footerLines += b.footerLines
    }
}
