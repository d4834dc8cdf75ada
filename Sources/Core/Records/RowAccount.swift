/// Why a well-formed row of an extract is out of scope.
public enum OutOfScope: String, CaseIterable, Sendable {
    /// The row's area is not one of the definition's.
    case outsideArea = "outside-area"
    /// The row has no place, and the schema says that such rows are left out.
    case noLocation = "no-location"
    /// The classification puts the code out of scope (nationally recorded fraud, a closure as "not ASB").
    case category = "category-out-of-scope"
    /// The client did not agree to their record being shared.
    case consentWithheld = "consent-withheld"
    /// The client was triaged, but no modality has started; the definition counts treatment from the first modality.
    case notStarted = "not-started"
    /// The source itself could not say in which area the events were.
    case unassigned
}

/// How many rows of one extract had each result.
public struct RowAccount: Hashable, Sendable {
    /// Data rows in the file, whether or not they are counted.
    public var read = 0
    /// Rows that are counted.
    public var accepted = 0
    /// Rows that findings keep out of every count, by rule. A row with several such findings is counted under the first
    /// rule.
    public var quarantined: [FindingRule: Int] = [:]
    /// Repeats of an identifier within the extract: identical rows, and all later rows where the schema counts the
    /// first one.
    public var duplicate = 0
    /// Rows that are replaced by another row with the same identifier, or by a later delivery.
    public var superseded = 0
    /// Cancelled crimes (formerly "no-crime").
    public var cancelled = 0
    /// Rows that are out of scope, by reason.
    public var outOfScope: [OutOfScope: Int] = [:]
    /// Rows that were in quarantine and have been corrected, whether or not they are counted. They are included in the
    /// numbers above.
    public var corrected = 0
    /// Lines without any value. These and the following lines are not data, and are not part of the balance.
    public var blankLines = 0
    /// Physical lines above the header that are titles.
    public var titleLines = 0
    /// Rows with the sums of other rows.
    public var totalsRows = 0
    /// Repeated headers.
    public var repeatedHeaders = 0
    /// Lines of words below the last row: a source, a note.
    public var footerLines = 0

    /// Creates an empty account.
    public init() {}

    /// All quarantined rows.
    public var quarantinedTotal: Int { quarantined.values.reduce(0, +) }
    /// All rows out of scope.
    public var outOfScopeTotal: Int { outOfScope.values.reduce(0, +) }
    /// Whether every row that was read is accounted for.
    public var balances: Bool { balance == 0 }

    /// Returns the sum of both accounts.
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
