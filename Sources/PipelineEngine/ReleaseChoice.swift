public import Publishing
public import Tabular

/// Which earlier release the figures of a run are compared with.
public enum ReleaseChoice: Sendable {
    /// The last that was issued, for the quarter or for the newest one before it; by the end of a day, when one is given.
    case lastIssued(IssuedReleases, by: CalendarDate?)
    /// This one, or none.
    case release(ReleaseFolder?)

    /// The release that is compared with the one of the manifest; nil when it is the first. An issued release is not compared
    /// with itself: whoever makes it again means the one that came before it.
    func release(
        before manifest: Manifest, of quarter: FinancialQuarter
    ) throws(UnreadableRelease) -> ReleaseFolder? {
        switch self {
        case .release(let release): return release
        case .lastIssued(let issued, let day):
            guard let (issuedQuarter, last) = issued.last(before: quarter, by: day) else { return nil }
            let release = try issued.open(last, of: issuedQuarter)
            guard manifest.hasBasis(of: release.manifest) else { return release }
            guard let compared = release.manifest.comparedWith else { return nil }
            return try issued.open(compared)
        }
    }
}
