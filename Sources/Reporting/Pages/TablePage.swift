public import Indicators

/// A page with one table of figures.
public struct TablePage: Sendable {
    /// What other pages call it.
    public let name: String
    /// The table's title.
    public var title: String { table.title }
    /// What a reader must know before the table: that it is the only one, notes, blanks, units, source.
    public let statements: [String]
    /// The notes that apply, by number.
    public let noteNumbers: [Int]
    /// The table.
    public let table: FigureTable
}
