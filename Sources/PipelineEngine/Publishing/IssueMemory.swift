public import Ledger
public import ReleaseStore

/// The ledger's copy of a pipeline's lists of issued releases, which shows when a list was deleted or changed. Like the
/// seal, it protects only against accidents and casual edits: the owner of the folder can forge lists, manifests and
/// ledger alike.
public struct IssueMemory: Sendable {
    private let ledger: Ledger
    private let pipeline: String

    /// Creates the memory of a pipeline in a ledger.
    public init(_ ledger: Ledger, of pipeline: String) {
        self.ledger = ledger
        self.pipeline = pipeline
    }

    /// The remembered entries; none when there is no ledger.
    public var known: [KnownIssue] {
        ledger.issues(of: pipeline).map {
            KnownIssue(quarter: $0.quarter, releaseID: $0.release, entry: $0.entry, text: $0.text)
        }
    }

    /// Throws an `UnreadableRelease` when another pipeline has lost a remembered list of issued releases, or its whole
    /// folder. What readers know from other pipelines' releases decides how small counts of this pipeline are
    /// protected.
    public func checkOtherPipelines(in output: String) throws(UnreadableRelease) {
        var problems: [UnreadableRelease] = []
        for other in ledger.issuedPipelines where other != pipeline {
            do throws(UnreadableRelease) {
                try IssuedReleases(output: output, pipeline: other)
                    .checkRemembered(IssueMemory(ledger, of: other).known, ledger: ledger.path)
            } catch { problems.append(error) }
        }
        if let first = problems.first { throw problems.count == 1 ? first : .several(problems) }
    }

    /// Records the present entries of the lists in the ledger. Errors are returned, not thrown, because they do not
    /// make a command fail.
    public func remember(_ issued: IssuedReleases) -> [LedgerError] {
        let entries = issued.remembered.map {
            LedgerIssue(quarter: $0.quarter, release: $0.releaseID, entry: $0.entry, text: $0.text)
        }
        return entries.isEmpty ? [] : ledger.remember(entries, of: pipeline)
    }
}
