/// A table as printed: the text of its cells, not yet interpreted.
public struct PrintedTable: Hashable, Sendable {
    /// The table's name.
    public var name: String
    /// The rows, with headings first. Rows may differ in length.
    public var cells: [[String]]
    /// For each row, the line of the file on which it starts; empty when the table does not come from a file.
    public var lines: [Int]
    /// The file that the table was read from; nil when it does not come from a file.
    public var file: String?

    /// A table from its cells.
    public init(name: String, cells: [[String]], lines: [Int] = [], file: String? = nil) {
        self.name = name
        self.cells = cells
        self.lines = lines
        self.file = file
    }

    /// Returns the text of a cell; empty where the row is shorter.
    public func text(row: Int, column: Int) -> String {
        cells.indices.contains(row) && cells[row].indices.contains(column) ? cells[row][column] : ""
    }
}
