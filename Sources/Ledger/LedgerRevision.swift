/// A part of the change of a figure since it was published before, and the cause of that part. A figure that changed
/// for several causes has one record for each cause.
public struct LedgerRevision: Hashable, Sendable {
    /// The figure's series.
    public let series: LedgerSeries
    /// The release with the earlier value.
    public let previousRelease: String
    /// The figure as it was printed then, and as it is printed now; nil when there was no figure then, or is no figure
    /// now.
    public let previous, new: String?
    /// The stable code of the cause: `late-rows`.
    public let cause: String
    /// How much of the change the cause accounts for, as a plain number; nil where the change cannot be split by cause.
    public let weight: String?

    /// Creates a revision from its parts.
    public init(
        series: LedgerSeries, previousRelease: String, previous: String?, new: String?, cause: String, weight: String?
    ) {
        self.series = series
        self.previousRelease = previousRelease
        self.previous = previous
        self.new = new
        self.cause = cause
        self.weight = weight
    }
}
