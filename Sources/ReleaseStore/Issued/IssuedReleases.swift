public import Core
import Files
import FoundationEssentials
public import Releases

/// The releases of a pipeline that were given to committees, by quarter.
public struct IssuedReleases: Sendable {
    /// The folder of the pipeline.
    let folder: String
    /// The name of the pipeline.
    public let pipeline: String
    private let output: String
    /// The lists of the quarters for which any release was ever issued.
    let lists: [FinancialQuarter: IssueList]

    /// Reads the lists of a pipeline's issued releases in an output folder. Throws an `UnreadableRelease` when a file
    /// is not a list of issued releases.
    public init(output: String, pipeline: String) throws(UnreadableRelease) {
        self.output = output
        folder = OutputLayout(output).pipeline(pipeline)
        self.pipeline = pipeline
        var found: [FinancialQuarter: IssueList] = [:]
        if ReadPermission.isDenied(folder) { throw .forbidden(path: folder) }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for quarter in names.compactMap({ FinancialQuarter($0) }) {
            let list = try IssueList(inQuarter: "\(folder)/\(quarter)")
            if !list.entries.isEmpty { found[quarter] = list }
        }
        lists = found
    }

    /// Throws an `UnreadableRelease` that names every file of an issued release, or of a withdrawn one, that was
    /// changed, removed or added since its issue. The error also names every issued release that no list names, because
    /// a list was deleted, emptied or cut. Three things show that a release was issued: its sealed folder, the manifest
    /// of an issued release, and remembered entries.
    public func checkSealed(known remembered: [KnownIssue] = []) throws(UnreadableRelease) {
        var problems: [UnreadableRelease] = []
        var known: Set<String> = []
        for quarter in quarters {
            for release in lists[quarter]?.everIssued ?? [] {
                let place = "\(folder)/\(quarter)/\(release.releaseID)"
                known.insert(place)
                problems += SealedRelease.problems(in: place, manifestSHA256: release.manifestSHA256)
            }
        }
        let missing = missingEntries(known: remembered)
        // A remembered entry says more about a release than its folder shows.
        let reported = Set(
            missing.compactMap { problem -> String? in
                guard case .entryMissing(let list, let release, _) = problem else { return nil }
                return list.dropLast(OutputLayout.Name.issues.count) + release
            })
        for place in Self.sealedFolders(below: folder) where !known.contains(place) && !reported.contains(place) {
            let quarter = String(place[..<(place.lastIndex(of: "/") ?? place.endIndex)])
            problems.append(.unlistedIssue(path: place, list: OutputLayout.issues(inQuarter: quarter)))
        }
        problems += missing
        if let first = problems.first { throw problems.count == 1 ? first : .several(problems) }
    }

    /// Throws an `UnreadableRelease` for a sealed folder that no list names: a list was deleted, emptied or cut.
    private func checkListed() throws(UnreadableRelease) {
        for place in Self.sealedFolders(below: folder) {
            let quarter = String(place[..<(place.lastIndex(of: "/") ?? place.endIndex)])
            let names =
                FinancialQuarter(quarter.split(separator: "/").last.map(String.init) ?? "").flatMap {
                    lists[$0]?.everIssued
                } ?? []
            guard names.contains(where: { place.hasSuffix("/" + $0.releaseID) }) else {
                throw .unlistedIssue(path: place, list: OutputLayout.issues(inQuarter: quarter))
            }
        }
    }

    /// Returns the folders of a pipeline's releases that are read-only, in order. Only issuing makes them read-only.
    public static func sealedFolders(below pipeline: String) -> [String] {
        let quarters = ((try? Folder.names(in: pipeline)) ?? []).filter { FinancialQuarter($0) != nil }
        return quarters.flatMap { quarter in
            ((try? Folder.names(in: "\(pipeline)/\(quarter)")) ?? []).filter { !$0.hasPrefix(".") }
                .map { "\(pipeline)/\(quarter)/\($0)" }.filter(SealedRelease.isSealed)
        }
    }

    /// Whether no release was ever issued.
    public var isEmpty: Bool { lists.isEmpty }

    /// The quarters for which any release was ever issued, in order.
    public var quarters: [FinancialQuarter] { lists.keys.sorted() }

    /// Returns the quarter's last issued release that is not withdrawn. With a day, returns what this release was at
    /// the end of that day.
    public func last(of quarter: FinancialQuarter, by day: CalendarDate? = nil) -> IssuedRelease? {
        lists[quarter]?.standing(by: day).last
    }

    /// Returns the release for the figures of the quarter to be compared with: the quarter's last issued release that
    /// is not withdrawn by the end of the day. When the quarter has none, returns that of the newest earlier quarter
    /// that has one.
    public func last(before quarter: FinancialQuarter, by day: CalendarDate? = nil) -> (
        FinancialQuarter, IssuedRelease
    )? {
        for candidate in quarters.reversed() where candidate <= quarter {
            if let issued = last(of: candidate, by: day) { return (candidate, issued) }
        }
        return nil
    }

    /// Returns the releases of the quarter that were issued and withdrawn by the end of the day; readers have them.
    public func withdrawn(of quarter: FinancialQuarter, by day: CalendarDate? = nil) -> [IssuedRelease] {
        lists[quarter]?.withdrawn(by: day) ?? []
    }

    /// Returns every release of the quarter that was issued by the end of the day, each once. Releases that were
    /// replaced or withdrawn since are included, because readers have them.
    public func ever(of quarter: FinancialQuarter, by day: CalendarDate? = nil) -> [IssuedRelease] {
        lists[quarter]?.ever(by: day) ?? []
    }

    /// Returns the issued releases of the other pipelines in the output folder, in the order of their names. Throws an
    /// `UnreadableRelease` when a file is not a list of issued releases, or when a list does not name a sealed release.
    public func besides() throws(UnreadableRelease) -> [IssuedReleases] {
        var found: [IssuedReleases] = []
        for other in ((try? Folder.names(in: output)) ?? []).sorted()
        where other != pipeline && other != OutputLayout.Name.state && !other.hasPrefix(".") {
            let issued = try IssuedReleases(output: output, pipeline: other)
            try issued.checkListed()
            if !issued.isEmpty { found.append(issued) }
        }
        return found
    }

    /// Reads an issued release from its folder. Throws an `UnreadableRelease` when the release has changed since it was
    /// issued.
    public func open(_ release: IssuedRelease, of quarter: FinancialQuarter) throws(UnreadableRelease) -> ReleaseFolder
    {
        let path = "\(folder)/\(quarter)/\(release.releaseID)"
        let manifest = OutputLayout.manifest(of: path)
        guard let found = try? ContentHash.file(manifest) else { throw .unopened(manifest) }
        guard found.sha256 == release.manifestSHA256 else { throw .changed(file: manifest) }
        return try ReleaseFolder(path)
    }

    /// Reads the release that a manifest says its figures were compared with. Throws an `UnreadableRelease` when the
    /// release is missing or changed.
    public func open(_ compared: Manifest.ComparedRelease) throws(UnreadableRelease) -> ReleaseFolder {
        guard let quarter = FinancialQuarter(compared.quarter) else { throw .noRelease(path: compared.releaseID) }
        return try open(
            IssuedRelease(releaseID: compared.releaseID, manifestSHA256: compared.manifestSHA256, on: ""), of: quarter)
    }
}
