/// What shows that a release was issued when the list of its quarter does not say so.
public enum IssueWitness: Hashable, Sendable {
    /// The manifest of an issued release, by identifier, names it.
    case manifest(of: String)
    /// The ledger has the entry.
    case ledger
}

/// An entry of a list of issued releases, as somebody else remembers it.
public struct KnownIssue: Hashable, Sendable {
    /// The quarter and the release that it is about.
    public let quarter, releaseID: String
    /// The SHA-256 of the entry.
    public let entry: String

    /// An entry from its parts.
    public init(quarter: String, releaseID: String, entry: String) {
        self.quarter = quarter
        self.releaseID = releaseID
        self.entry = entry
    }
}
