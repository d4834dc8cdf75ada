public import Core
public import ReleaseStore
public import Releases

/// The earlier releases that a run takes into account.
public enum ReleaseChoice: Sendable {
    /// The issued releases; only those issued by the end of a day, when one is given.
    case issued(IssuedReleases, by: CalendarDate?)
    /// The releases named by the manifest of a release that is made again.
    case named(in: Manifest, IssuedReleases)

    /// Returns the releases that count as earlier for the release with the manifest. An issued release, withdrawn or
    /// not, is not compared with itself. When it is made again, it is compared with the releases that came before it.
    func releases(
        before manifest: @autoclosure () -> Manifest, of quarter: FinancialQuarter, concerning: (Manifest) -> Bool
    ) throws(UnreadableRelease) -> EarlierReleases {
        switch self {
        case .named(let made, let issued): return try EarlierReleases(namedIn: made, issued)
        case .issued(let issued, let day):
            let earlier = try EarlierReleases(issued, before: quarter, by: day, concerning: concerning)
            guard !earlier.all.isEmpty else { return earlier }
            let own = manifest()
            let same = earlier.all.first { own.hasBasis(of: $0.manifest) }
            guard let same else { return earlier }
            let named = try EarlierReleases(namedIn: same.manifest, issued)
            // Figures are no longer compared with a release that has been withdrawn since, but readers have it.
            guard let compared = named.comparedWith, let of = FinancialQuarter(compared.manifest.quarter),
                issued.withdrawn(of: of, by: day).contains(where: { $0.releaseID == compared.manifest.releaseID })
            else { return named }
            return EarlierReleases(comparedWith: nil, others: [compared] + named.others)
        }
    }
}

/// The issued releases that a run takes into account.
package struct EarlierReleases: Sendable {
    /// The release that figures are compared with: the last for the quarter, or else for the newest quarter before it.
    let comparedWith: ReleaseFolder?
    /// The other releases that readers have: every other release ever issued for the previous financial year or later,
    /// even if it was replaced or withdrawn. Releases of other pipelines are included when they concern the same
    /// sources. Figures of these releases and the present figures are sums and differences of one another.
    let others: [ReleaseFolder]

    fileprivate init(comparedWith: ReleaseFolder?, others: [ReleaseFolder]) {
        self.comparedWith = comparedWith
        self.others = others
    }

    fileprivate init(
        _ issued: IssuedReleases, before quarter: FinancialQuarter, by day: CalendarDate?,
        concerning: (Manifest) -> Bool
    ) throws(UnreadableRelease) {
        let compared = issued.last(before: quarter, by: day)
        comparedWith = if let compared { try issued.open(compared.1, of: compared.0) } else { nil }
        var others: [ReleaseFolder] = []
        for pipeline in try [issued] + issued.besides() {
            for other in pipeline.quarters where other.year >= quarter.year.previous {
                for release in pipeline.ever(of: other, by: day) {
                    let isCompared = pipeline.pipeline == issued.pipeline && release.releaseID == compared?.1.releaseID
                    let folder = isCompared ? nil : try pipeline.open(release, of: other)
                    if let folder, pipeline.pipeline == issued.pipeline || concerning(folder.manifest) {
                        others.append(folder)
                    }
                }
            }
        }
        self.others = others
    }

    fileprivate init(namedIn manifest: Manifest, _ issued: IssuedReleases) throws(UnreadableRelease) {
        comparedWith = if let compared = manifest.comparedWith { try issued.open(compared) } else { nil }
        var others: [ReleaseFolder] = []
        for other in manifest.alsoIssued ?? [] {
            guard let pipeline = other.pipeline else {
                others.append(try issued.open(other))
                continue
            }
            guard let own = try issued.besides().first(where: { $0.pipeline == pipeline }) else {
                throw .noRelease(path: "\(pipeline)/\(other.quarter)/\(other.releaseID)")
            }
            others.append(try own.open(other))
        }
        self.others = others
    }

    /// All of these releases.
    var all: [ReleaseFolder] { (comparedWith.map { [$0] } ?? []) + others }
}
