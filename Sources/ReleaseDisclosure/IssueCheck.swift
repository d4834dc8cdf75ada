import Core
import Disclosure
import FoundationEssentials
import Indicators
public import ReleaseStore
import Releases

/// Looks at a release that is about to be issued beside what was issued since it was made: together they must not reveal what
/// each withholds.
public struct IssueCheck {
    private let release: ReleaseFolder
    private let output: String

    /// A check of a release in an output folder.
    public init(_ release: ReleaseFolder, in output: String) {
        self.release = release
        self.output = output
    }

    /// Throws an `IssueError` that names the numbers which the release would reveal, or an `UnreadableRelease` when an
    /// issued release cannot be read.
    public func check() throws {
        let issued = try IssuedReleases(output: output, pipeline: release.manifest.pipeline)
        let quarter = FinancialQuarter(release.manifest.quarter)
        // What is issued already is known to readers.
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

    /// That it is not known what the releases reveal together: of the figures that this one withholds, else of those that they
    /// withhold, else of any that it shows.
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

    /// The releases that the run which made the release did not know to be issued, and that concern the same sources.
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

    /// Whether something is withheld of a source that both releases have.
    private func concerns(_ other: Manifest) -> Bool {
        let shared = sources(of: other)
        let confidential = Set(release.manifest.confidentialSources ?? [])
        let theirs = Set(other.confidentialSources ?? [])
        return shared.contains { confidential.contains($0.value) || theirs.contains($0.key) }
    }

    /// The name here of each source of another release that is the same, or possibly is.
    private func sources(of other: Manifest) -> [String: String] {
        SourceMatch(release.manifest).names(of: ReleasedSource.all(of: other))
    }

    /// Whether every release has all its numbers of each source in its record of which any other's record has some. One whose
    /// definition has no policy for a source may show numbers of it that no record has.
    private func areComparable(_ releases: [ReleaseFolder], _ records: [DisclosureRecord]) -> Bool {
        let covered = records.reduce(into: Set<String>()) { $0.formUnion($1.coveredSources) }
        return zip(releases, records).allSatisfy { release, record in
            covered.allSatisfy { record.covers($0) || !shows($0, release) }
        }
    }

    /// Whether a release has a number, or words that say one, of the source, which goes by its name here. A figure of which
    /// nobody knows what it counts may be of any source.
    private func shows(_ source: String, _ other: ReleaseFolder) -> Bool {
        let names = sources(of: other.manifest)
        return other.figures.all.contains { figure in
            let own = figure.subject.flatMap { other.manifest.subjects?[$0]?.source }
            return own.map { names[$0] == source } ?? true && figure.saysSomething
        }
    }

    /// The record of a release, its sources named as here; nil when it is not there. One that says nothing needs none.
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
    /// The marks that say a number: that there was nobody, that it was zero, that a zero stands beside rows at fault.
    private static let telling: Set = [
        MissingReason.nobody.code, MissingReason.changeFromZero.code, MissingReason.rowsAtFault(source: "").code,
    ]

    /// Whether it is a number of the source, words that rest on one, or a mark that says one.
    fileprivate var saysSomething: Bool {
        !measure.bases(.quarter).isEmpty && (number != nil || status.isEmpty || Self.telling.contains(status))
    }
}
