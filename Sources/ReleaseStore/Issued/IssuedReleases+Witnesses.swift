import Core
import Files
import FoundationEssentials
import Releases

extension IssuedReleases {
    /// Returns the problems of entries that are missing from the lists or changed in them, compared with remembered
    /// entries and manifests. Each release is reported once.
    func missingEntries(known remembered: [KnownIssue]) -> [UnreadableRelease] {
        var missing: [UnreadableRelease] = []
        var seen: Set<String> = []
        func report(_ quarter: String, _ release: String, _ problem: (String) -> UnreadableRelease) {
            let place = "\(folder)/\(quarter)/\(release)"
            let list = OutputLayout.issues(inQuarter: "\(folder)/\(quarter)")
            guard seen.insert(place).inserted else { return }
            missing.append(problem(list))
        }
        for issue in remembered {
            let entries = entries(of: issue.quarter)
            guard !entries.contains(where: { IssueChain.hash($0) == issue.entry }) else { continue }
            let isListed = entries.contains { $0.releaseID == issue.releaseID }
            let words = remembered.filter { $0.quarter == issue.quarter && $0.releaseID == issue.releaseID }
                .map { $0.known?.words }
            let isKnown = !words.contains(nil)
            report(issue.quarter, issue.releaseID) {
                isListed
                    ? .entryChanged(list: $0, release: issue.releaseID)
                    : .entryMissing(
                        list: $0, release: issue.releaseID,
                        .ledger(isKnown ? words.compactMap(\.self).joined(separator: ", ") : nil))
            }
        }
        for (quarter, release) in everIssued {
            for named in namedReleases(
                in: OutputLayout.manifest(of: "\(folder)/\(quarter)/\(release.releaseID)"))
            {
                let isListed = entries(of: named.quarter).contains { entry in
                    if case .issued(let other) = entry {
                        other.releaseID == named.releaseID && other.manifestSHA256 == named.manifestSHA256
                    } else {
                        false
                    }
                }
                guard !isListed else { continue }
                report(named.quarter, named.releaseID) {
                    .entryMissing(list: $0, release: named.releaseID, .manifest(of: release.releaseID))
                }
            }
        }
        return missing
    }

    /// Throws an `UnreadableRelease` when the pipeline's folder is missing although the ledger remembers its issued
    /// releases. Also throws it for entries that are missing from the pipeline's lists or changed in them.
    public func checkRemembered(_ remembered: [KnownIssue], ledger: String) throws(UnreadableRelease) {
        guard !remembered.isEmpty else { return }
        guard FileManager.default.fileExists(atPath: folder) else {
            throw .pipelineMissing(path: folder, ledger: ledger)
        }
        let missing = missingEntries(known: remembered)
        if let first = missing.first { throw missing.count == 1 ? first : .several(missing) }
    }

    /// Every entry of the lists, for the ledger to remember.
    public var remembered: [KnownIssue] {
        quarters.flatMap { quarter in
            entries(of: "\(quarter)").map {
                KnownIssue(
                    quarter: "\(quarter)", releaseID: $0.releaseID, entry: IssueChain.hash($0),
                    text: String(decoding: IssueChain.line($0), as: UTF8.self))
            }
        }
    }

    private var everIssued: [(FinancialQuarter, IssuedRelease)] {
        quarters.flatMap { quarter in (lists[quarter]?.everIssued ?? []).map { (quarter, $0) } }
    }

    private func entries(of quarter: String) -> [IssueEntry] {
        FinancialQuarter(quarter).flatMap { lists[$0]?.entries } ?? []
    }

    /// Returns the issued releases that a manifest names as an input; none when the manifest cannot be read, which is
    /// reported elsewhere.
    private func namedReleases(in path: String) -> [Manifest.ComparedRelease] {
        guard let data = FileManager.default.contents(atPath: path),
            let manifest = try? Manifest(json: data)
        else { return [] }
        // Releases of another pipeline are in that pipeline's own lists.
        return ((manifest.comparedWith.map { [$0] } ?? []) + (manifest.alsoIssued ?? [])).filter { $0.pipeline == nil }
    }
}
