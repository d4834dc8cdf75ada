public import ReleaseStore

/// Compares two releases: the use case of `shp diff`.
public struct ReleaseComparison: Sendable {
    /// How the later release differs from the earlier one.
    public let difference: ReleaseDifference

    /// Compares the release at a path with an earlier release. Each path is the folder of a release, or the folder of a
    /// quarter, which stands for the quarter's `latest` release. Throws an `UnreadableRelease`.
    public init(from before: String, to after: String) throws(UnreadableRelease) {
        difference = ReleaseDifference(from: try ReleaseFolder(before), to: try ReleaseFolder(after))
    }

    /// Whether the difference needs review, and why.
    public var verdict: RunVerdict {
        guard !difference.isEmpty else { return RunVerdict([]) }
        return RunVerdict([
            .releasesDiffer(parts: difference.parts.count, figures: difference.figures.count)
        ])
    }
}
