/// The number of rows of an extract that have something in common, and the line of the first.
public struct RowTally: Hashable, Sendable {
    /// The number of rows.
    public var rows: Int
    /// The physical line of the first row.
    public var firstLine: Int

    mutating func merge(_ other: RowTally) {
        rows += other.rows
        firstLine = min(firstLine, other.firstLine)
    }
}
