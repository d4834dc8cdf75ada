/// A cell of one of the tables that are audited together.
public struct CellPlace: Hashable, Comparable, Sendable {
    /// The table's position among those tables.
    public let table: Int
    /// The row and column within the table as printed, from 0, including headings.
    public let row: Int
    public let column: Int

    /// A place from its parts.
    public init(table: Int, row: Int, column: Int) {
        self.table = table
        self.row = row
        self.column = column
    }

    public static func < (a: CellPlace, b: CellPlace) -> Bool {
        (a.table, a.row, a.column) < (b.table, b.row, b.column)
    }
}
