/// A chart of columns of a table: a mark for each row.
public struct Chart: Sendable {
    /// How values are drawn.
    public enum Kind: Sendable {
        /// A line a series, for time.
        case lines
        /// A group of columns a row, for areas and categories.
        case columns
    }

    /// One column of the table.
    public struct Series: Sendable {
        /// What the legend calls it.
        public let name: String
        /// Its position among the table's columns of figures.
        public let column: Int
        /// Whether it is there for the others to be compared with.
        public let isComparison: Bool
        /// What its figures are for, a name a row, where that is not what the rows are called: the months of the year before.
        public let rowNames: [String]?

        /// A series from its parts.
        public init(name: String, column: Int, isComparison: Bool = false, rowNames: [String]? = nil) {
            self.name = name
            self.column = column
            self.isComparison = isComparison
            self.rowNames = rowNames
        }
    }

    /// What it shows, where and when.
    public let title: String
    public let kind: Kind
    /// What its rows and its values are.
    public let rowAxis, valueAxis: String
    /// At least one.
    public let series: [Series]
    /// Series that belong to it and cannot be drawn, for a figure of them is missing.
    public let undrawn: [Series]

    /// A chart from its parts.
    public init(
        title: String, kind: Kind, rowAxis: String, valueAxis: String, series: [Series], undrawn: [Series] = []
    ) {
        self.title = title
        self.kind = kind
        self.rowAxis = rowAxis
        self.valueAxis = valueAxis
        self.series = series
        self.undrawn = undrawn
    }
}
