/// What the figures of a measure are to the values of the same row, for whoever works them out again.
package enum MeasureRelation: Hashable, Sendable {
    /// They are the values.
    case value
    /// The value for so many of the row's denominator.
    case rate(per: Int)
    /// The value less that of the year before, and the same in percent of the year before.
    case difference, percentChange
    /// None that numbers of the row show.
    case unrelated
}
