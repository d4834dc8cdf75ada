public import Core
import Files
import FoundationEssentials

/// Restores the list of a quarter's issued releases from the ledger: who issued what and when, and what was withdrawn.
public struct IssueRestoration {
    /// The result.
    public enum Outcome: Hashable, Sendable {
        /// The list in the file has these entries again, each in words.
        case restored(file: String, entries: [String])
        /// The list in the file lacks nothing that is remembered.
        case whole(file: String)
        /// What the entries said is not known, so that nothing was done.
        case unknown
    }

    private let output: String
    private let list: String
    private let folder: String
    private let known: [KnownIssue]

    /// A restoration in an output folder from what is remembered of the pipeline.
    public init(_ quarter: FinancialQuarter, pipeline: String, output: String, known: [KnownIssue]) {
        self.output = output
        folder = OutputLayout(output).quarter(quarter, of: pipeline)
        list = OutputLayout.issues(inQuarter: folder)
        self.known = known.filter { $0.quarter == "\(quarter)" }
    }

    /// Writes the remembered entries in place of the list, when all of them are known, follow each other, and are no fewer
    /// than the list has of any release. Whoever calls holds the lock of the output. Throws what writing throws.
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

    /// Whether the release, the one that `latest` points at when none is named, may have been withdrawn: of several entries
    /// about it one may say so.
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
