/// A table as it was printed: words in cells, whatever they mean.
public struct PrintedTable: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// The rows, the heading first.
    public var cells: [[String]]

    /// A table from its cells.
    public init(name: String, cells: [[String]]) {
        self.name = name
        self.cells = cells
    }
}
