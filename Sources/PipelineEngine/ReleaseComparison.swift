public import ReleaseStore

/// Compares two releases: the use case of `shp diff`.
public struct ReleaseComparison: Sendable {
    /// How the later one differs.
    public let difference: ReleaseDifference

    /// Compares the release at a path with an earlier one; each is its folder, or that of a quarter, for its `latest` release.
    /// Throws an `UnreadableRelease`.
    public init(from before: String, to after: String) throws(UnreadableRelease) {
        difference = ReleaseDifference(from: try ReleaseFolder(before), to: try ReleaseFolder(after))
    }

    /// Whether it needs review, and why.
    public var verdict: RunVerdict {
        guard !difference.isEmpty else { return RunVerdict([]) }
        return RunVerdict([
            .releasesDiffer(parts: difference.parts.count, figures: difference.figures.count)
        ])
    }
}
