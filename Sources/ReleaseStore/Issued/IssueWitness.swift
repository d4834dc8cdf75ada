import FoundationEssentials

/// Evidence that a release was issued although its quarter's list does not name it.
public enum IssueWitness: Hashable, Sendable {
    /// The manifest of another issued release, given by its identifier, names the release.
    case manifest(of: String)
    /// The ledger has entries about the release. The value describes them in words; it is nil when the ledger lacks the
    /// text of an entry.
    case ledger(String?)
}

/// An entry of a list of issued releases, as the ledger remembers it.
public struct KnownIssue: Hashable, Sendable {
    /// The quarter and the release of the entry.
    public let quarter, releaseID: String
    /// The SHA-256 of the entry.
    public let entry: String
    /// The entry as JSON on one line; nil when it is not known.
    public let text: String?

    /// Creates an entry from its parts.
    public init(quarter: String, releaseID: String, entry: String, text: String? = nil) {
        self.quarter = quarter
        self.releaseID = releaseID
        self.entry = entry
        self.text = text
    }

    /// The entry itself; nil when its text is not known or does not match the hash.
    var known: IssueEntry? {
        guard let text, let known = try? JSONDecoder().decode(IssueEntry.self, from: Data(text.utf8)),
            IssueChain.hash(known) == entry
        else { return nil }
        return known
    }
}

extension IssueEntry {
    /// The entry in words: `issued on 2019-07-25`.
    var words: String {
        switch self {
        case .issued(let release): "issued on \(release.on)"
        case .withdrawn(let withdrawal): "withdrawn on \(withdrawal.withdrawnOn) (\(withdrawal.reason))"
        }
    }
}
