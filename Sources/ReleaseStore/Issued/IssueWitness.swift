import FoundationEssentials

/// What shows that a release was issued when the list of its quarter does not say so.
public enum IssueWitness: Hashable, Sendable {
    /// The manifest of an issued release, by identifier, names it.
    case manifest(of: String)
    /// The ledger has entries; what they say in words, where it knows.
    case ledger(String?)
}

/// An entry of a list of issued releases, as another record has it.
public struct KnownIssue: Hashable, Sendable {
    /// The quarter and the release that it is about.
    public let quarter, releaseID: String
    /// The SHA-256 of the entry.
    public let entry: String
    /// The entry as JSON on one line; nil when not known.
    public let text: String?

    /// An entry from its parts.
    public init(quarter: String, releaseID: String, entry: String, text: String? = nil) {
        self.quarter = quarter
        self.releaseID = releaseID
        self.entry = entry
        self.text = text
    }

    /// The entry itself; nil when its text is not known or is another one's.
    var known: IssueEntry? {
        guard let text, let known = try? JSONDecoder().decode(IssueEntry.self, from: Data(text.utf8)),
            IssueChain.hash(known) == entry
        else { return nil }
        return known
    }
}

extension IssueEntry {
    /// What it says: `issued on 2019-07-25`.
    var words: String {
        switch self {
        case .issued(let release): "issued on \(release.on)"
        case .withdrawn(let withdrawal): "withdrawn on \(withdrawal.withdrawnOn) (\(withdrawal.reason))"
        }
    }
}
