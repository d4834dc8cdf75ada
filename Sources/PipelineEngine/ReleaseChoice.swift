public import Publishing
public import Tabular

/// Which earlier releases a run has to do with.
public enum ReleaseChoice: Sendable {
    /// Those that were issued; by the end of a day, when one is given.
    case issued(IssuedReleases, by: CalendarDate?)
    /// Those that the manifest of a release names, which is made again.
    case named(in: Manifest, IssuedReleases)

    /// Whether there are none.
    var isEmpty: Bool {
        switch self {
        case .issued(let issued, _): issued.isEmpty
        case .named(let manifest, _): manifest.comparedWith == nil && manifest.alsoIssued == nil
        }
    }

    /// The releases for the one of the manifest. A release that was issued is not compared with itself, withdrawn or not:
    /// whoever makes it again means those that were there before it.
    func releases(
        before manifest: Manifest, of quarter: FinancialQuarter
    ) throws(UnreadableRelease) -> EarlierReleases {
        switch self {
        case .named(let made, let issued): return try EarlierReleases(namedIn: made, issued)
        case .issued(let issued, let day):
            let earlier = try EarlierReleases(issued, before: quarter, by: day)
            let same = earlier.all.first { manifest.hasBasis(of: $0.manifest) }
            guard let same else { return earlier }
            let named = try EarlierReleases(namedIn: same.manifest, issued)
            // What has been withdrawn since is compared with no longer, but readers have it.
            guard let compared = named.comparedWith, let of = FinancialQuarter(compared.manifest.quarter),
                issued.withdrawn(of: of, by: day).contains(where: { $0.releaseID == compared.manifest.releaseID })
            else { return named }
            return EarlierReleases(comparedWith: nil, others: [compared] + named.others)
        }
    }
}

/// The issued releases that a run has to do with.
struct EarlierReleases: Sendable {
    /// The one that figures are compared with: the last for the quarter, else for the newest one before it.
    let comparedWith: ReleaseFolder?
    /// What readers have beside it of this financial year and the one before: the last release of each earlier quarter, whose
    /// figures and those of now are sums and differences of each other, and every release that was withdrawn.
    let others: [ReleaseFolder]

    fileprivate init(comparedWith: ReleaseFolder?, others: [ReleaseFolder]) {
        self.comparedWith = comparedWith
        self.others = others
    }

    fileprivate init(
        _ issued: IssuedReleases, before quarter: FinancialQuarter, by day: CalendarDate?
    ) throws(UnreadableRelease) {
        let compared = issued.last(before: quarter, by: day)
        comparedWith = if let compared { try issued.open(compared.1, of: compared.0) } else { nil }
        var others: [ReleaseFolder] = []
        for other in issued.quarters where other.year >= quarter.year.previous && other <= quarter {
            if other < quarter, other != compared?.0, let release = issued.last(of: other, by: day) {
                others.append(try issued.open(release, of: other))
            }
            for release in issued.withdrawn(of: other, by: day) {
                others.append(try issued.open(release, of: other))
            }
        }
        self.others = others
    }

    fileprivate init(namedIn manifest: Manifest, _ issued: IssuedReleases) throws(UnreadableRelease) {
        comparedWith = if let compared = manifest.comparedWith { try issued.open(compared) } else { nil }
        var others: [ReleaseFolder] = []
        for other in manifest.alsoIssued ?? [] { others.append(try issued.open(other)) }
        self.others = others
    }

    /// Every one of them.
    var all: [ReleaseFolder] { (comparedWith.map { [$0] } ?? []) + others }

    /// The figures that readers have.
    var figures: [PublishedFigure] { all.flatMap(\.figures.all) }
}
