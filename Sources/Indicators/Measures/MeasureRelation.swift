/// How the figures of a measure relate to the values of the same row, for checks that recalculate them.
package enum MeasureRelation: Hashable, Sendable {
    /// The figures are the values.
    case value
    /// The value per this number of the row's denominator.
    case rate(per: Int)
    /// The value minus the value of the year before: as a number, and as a percentage of the earlier value.
    case difference, percentChange
    /// The figures cannot be calculated from numbers of the row.
    case unrelated
}
