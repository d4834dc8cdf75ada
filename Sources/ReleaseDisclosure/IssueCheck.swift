import Core
import Disclosure
import FoundationEssentials
import Indicators
public import ReleaseStore
import Releases

/// Compares a release that is about to be issued with the releases issued since it was made. Together they must not
/// reveal what each of them withholds.
public struct IssueCheck {
    private let release: ReleaseFolder
    private let output: String

    /// Creates a check of a release in an output folder.
    public init(_ release: ReleaseFolder, in output: String) {
        self.release = release
        self.output = output
    }

    /// Throws an `IssueError` that names the numbers that the release would reveal, or an `UnreadableRelease` when an
    /// issued release cannot be read.
    public func check() throws {
        let issued = try IssuedReleases(output: output, pipeline: release.manifest.pipeline)
        let quarter = FinancialQuarter(release.manifest.quarter)
        // A release that has been issued needs no check, because readers already have it.
        guard quarter.flatMap({ issued.last(of: $0) })?.releaseID != release.manifest.releaseID else { return }
        let since = try issuedSince()
        guard !since.isEmpty else { return }
        let records = ([release] + since).map { record(of: $0) }
        let known = records.compactMap(\.self)
        guard known.count == records.count, areComparable([release] + since, known) else {
            throw notComparable(with: since)
        }
        let revealed: [String]
        do throws(DisclosureFailure) {
            revealed = try ReleasesTogether(known).revealed()
        } catch { throw notComparable(with: since) }
        guard revealed.isEmpty else {
            throw IssueError.reveals(revealed, beside: since.map(Self.name))
        }
    }

    /// Returns the error for releases that cannot be compared. The error lists the figures that this release withholds.
    /// If this release withholds none, the error lists those that one of the other releases withholds or, failing that,
    /// all numbers that this release shows.
    private func notComparable(with since: [ReleaseFolder]) -> IssueError {
        let withheld = ([release] + since).map { $0.figures.all.filter(\.isConfidential) }
        let figures = withheld.first { !$0.isEmpty } ?? release.figures.all.filter { $0.number != nil }
        return .notComparable(
            release.manifest.releaseID, with: since.map(Self.name),
            figures: figures.map { figure in
                let key = figure.key
                return "\(key.row), \(key.area), \(key.measure), \(key.period)"
            })
    }

    /// Returns the issued releases that the run did not know about when it made this release, and that concern the same
    /// sources.
    private func issuedSince() throws -> [ReleaseFolder] {
        let manifest = release.manifest
        let considered = Set(
            ([manifest.comparedWith].compactMap(\.self) + (manifest.alsoIssued ?? [])).map(\.releaseID))
        guard let quarter = FinancialQuarter(manifest.quarter) else { return [] }
        let own = try IssuedReleases(output: output, pipeline: manifest.pipeline)
        var found: [ReleaseFolder] = []
        for issued in try [own] + own.besides() {
            for other in issued.quarters where other.year >= quarter.year.previous {
                for issue in issued.ever(of: other)
                where issue.releaseID != manifest.releaseID && !considered.contains(issue.releaseID) {
                    let folder = try issued.open(issue, of: other)
                    if concerns(folder.manifest) { found.append(folder) }
                }
            }
        }
        return found
    }

    /// Whether either release withholds figures of a source that both have.
    private func concerns(_ other: Manifest) -> Bool {
        let shared = sources(of: other)
        let confidential = Set(release.manifest.confidentialSources ?? [])
        let theirs = Set(other.confidentialSources ?? [])
        return shared.contains { confidential.contains($0.value) || theirs.contains($0.key) }
    }

    /// Returns the sources of another release that are, or may be, sources of this release, each with its name in this
    /// release.
    private func sources(of other: Manifest) -> [String: String] {
        SourceMatch(release.manifest).names(of: ReleasedSource.all(of: other))
    }

    /// Whether the records are complete enough for a comparison. For each source in any record, every release must have
    /// all its numbers of that source in its own record, or show none of them. A release without a policy for a source
    /// may show numbers of it that are in no record.
    private func areComparable(_ releases: [ReleaseFolder], _ records: [DisclosureRecord]) -> Bool {
        let covered = records.reduce(into: Set<String>()) { $0.formUnion($1.coveredSources) }
        return zip(releases, records).allSatisfy { release, record in
            covered.allSatisfy { record.covers($0) || !shows($0, release) }
        }
    }

    /// Whether a release shows a number of the source, or words that reveal one. The source is given by its name in
    /// this release. A figure without a known subject may belong to any source.
    private func shows(_ source: String, _ other: ReleaseFolder) -> Bool {
        let names = sources(of: other.manifest)
        return other.figures.all.contains { figure in
            let own = figure.subject.flatMap { other.manifest.subjects?[$0]?.source }
            return own.map { names[$0] == source } ?? true && figure.saysSomething
        }
    }

    /// Returns the record of a release, with its sources named as in this release; nil when the record is missing. A
    /// release that shows nothing of a confidential source does not need a record.
    private func record(of other: ReleaseFolder) -> DisclosureRecord? {
        let names = sources(of: other.manifest)
        guard let data = RecordFolder.record(of: other.manifest.releaseID, in: output),
            var record = try? JSONDecoder().decode(DisclosureRecord.self, from: data)
        else {
            let own = release.manifest
            let confidential = Set(own.confidentialSources ?? []).union(
                (other.manifest.confidentialSources ?? []).compactMap { names[$0] })
            return confidential.contains { shows($0, other) } ? nil : DisclosureRecord([])
        }
        func own(_ source: String) -> String { names[source] ?? "\(other.manifest.pipeline)/\(source)" }
        for index in record.counts.indices {
            record.counts[index].subject.source = own(record.counts[index].subject.source)
        }
        record.sourcesWithoutNumbers = record.sourcesWithoutNumbers.map { $0.map(own) }
        record.drugCodes = record.drugCodes.map { codes in
            Dictionary(codes.map { (own($0.key), $0.value) }, uniquingKeysWith: +)
        }
        return record
    }

    private static func name(_ release: ReleaseFolder) -> String {
        "\(release.manifest.pipeline)/\(release.manifest.quarter)/\(release.manifest.releaseID)"
    }
}

extension PublishedFigure {
    /// The statuses that reveal a number: there was nobody, a change started from zero, or rows at fault may hide a
    /// zero.
    private static let telling: Set = [
        MissingReason.nobody.code, MissingReason.changeFromZero.code, MissingReason.rowsAtFault(source: "").code,
    ]

    /// Whether the figure is a number of the source, words based on one, or a status that reveals one.
    fileprivate var saysSomething: Bool {
        !measure.bases(.quarter).isEmpty && (number != nil || status.isEmpty || Self.telling.contains(status))
    }
}
