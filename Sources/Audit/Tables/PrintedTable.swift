/// A table as printed: text in cells, not interpreted yet.
public struct PrintedTable: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// The rows, headings first. Rows may differ in length.
    public var cells: [[String]]
    /// For each row the line of the file on which it starts; empty when it is from no file.
    public var lines: [Int]
    /// The file that it was read from; nil when it is from no file.
    public var file: String?

    /// A table from its cells.
    public init(name: String, cells: [[String]], lines: [Int] = [], file: String? = nil) {
        self.name = name
        self.cells = cells
        self.lines = lines
        self.file = file
    }

    /// The text of a cell; nothing where the row is shorter.
    public func text(row: Int, column: Int) -> String {
        cells.indices.contains(row) && cells[row].indices.contains(column) ? cells[row][column] : ""
    }
}
