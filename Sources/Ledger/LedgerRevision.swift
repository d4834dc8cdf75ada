/// Part of the change of a figure against the one that was published before, and its cause. A figure that changed for
/// several causes has one record each.
public struct LedgerRevision: Hashable, Sendable {
    /// Which figure.
    public let series: LedgerSeries
    /// The release that had the other value.
    public let previousRelease: String
    /// The figure as it was printed then, and as it is printed now; nil when there was or is none.
    public let previous, new: String?
    /// The stable code of the cause: `late-rows`.
    public let cause: String
    /// How much of the change it accounts for, as a plain number; nil where causes do not add up.
    public let weight: String?

    /// A revision from its parts.
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
