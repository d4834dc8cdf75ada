public import Core
import Files
import FoundationEssentials

/// Restores the list of a quarter's issued releases from the ledger: what was issued and when, and what was withdrawn.
public struct IssueRestoration {
    /// The result.
    public enum Outcome: Hashable, Sendable {
        /// These entries, each in words, are in the file's list again.
        case restored(file: String, entries: [String])
        /// The list in the file has every remembered entry.
        case whole(file: String)
        /// The text of the entries is not known, so nothing was done.
        case unknown
    }

    private let output: String
    private let list: String
    private let folder: String
    private let known: [KnownIssue]

    /// Creates a restoration in an output folder from the remembered entries of the pipeline.
    public init(_ quarter: FinancialQuarter, pipeline: String, output: String, known: [KnownIssue]) {
        self.output = output
        folder = OutputLayout(output).quarter(quarter, of: pipeline)
        list = OutputLayout.issues(inQuarter: folder)
        self.known = known.filter { $0.quarter == "\(quarter)" }
    }

    /// Replaces the list with the remembered entries. Their texts must all be known and form a chain, with at least as
    /// many entries for each release as the list has. The caller holds the lock on the output folder. Throws any error
    /// of writing.
    public func restore() throws -> Outcome {
        guard !known.isEmpty else { return .unknown }
        let present = (try? IssueList(inQuarter: folder))?.entries
        let hashes = Set((present ?? []).map(IssueChain.hash))
        if present != nil, known.allSatisfy({ hashes.contains($0.entry) }) { return .whole(file: list) }
        let entries = known.compactMap(\.known)
        guard entries.count == known.count, IssueChain.firstBroken(of: entries) == nil,
            Self.keepsAll(of: present ?? [], in: entries)
        else { return .unknown }
        try FileReplacement.write(try IssueList(entries: entries).json(), to: list, .shared)
        return .restored(file: list, entries: entries.map { "\($0.releaseID) \($0.words)" })
    }

    /// Returns whether the release may have been withdrawn: with several entries about it, one may be a withdrawal.
    /// When no release is named, the target of `latest` is checked.
    public func isUncertain(_ release: String?) -> Bool {
        let release = release ?? LatestLink.target(in: folder)
        return known.count { $0.releaseID == release } > 1
    }

    private static func keepsAll(of present: [IssueEntry], in entries: [IssueEntry]) -> Bool {
        present.allSatisfy { entry in
            present.count { $0.releaseID == entry.releaseID } <= entries.count { $0.releaseID == entry.releaseID }
        }
    }
}
