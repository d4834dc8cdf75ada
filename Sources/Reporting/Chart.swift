/// A chart of columns of a table, with one mark for each row.
public struct Chart: Sendable {
    /// How values are drawn.
    public enum Kind: Sendable {
        /// One line for each series, for values over time.
        case lines
        /// One group of columns for each row, for areas and categories.
        case columns
    }

    /// One column of the table.
    public struct Series: Sendable {
        /// The series' name in the legend.
        public let name: String
        /// The position of the series among the table's columns of figures.
        public let column: Int
        /// Whether the series is shown only for comparison with the others.
        public let isComparison: Bool
        /// The names of the rows for this series, such as the months of the year before. Nil when the table's own names
        /// of rows apply.
        public let rowNames: [String]?

        /// Creates a series from its parts.
        public init(name: String, column: Int, isComparison: Bool = false, rowNames: [String]? = nil) {
            self.name = name
            self.column = column
            self.isComparison = isComparison
            self.rowNames = rowNames
        }
    }

    /// What the chart shows, with its area and period.
    public let title: String
    public let kind: Kind
    /// The titles of the axes: what the rows are and what the values are.
    public let rowAxis, valueAxis: String
    /// The series that are drawn: at least one.
    public let series: [Series]
    /// Series that belong to the chart but cannot be drawn, because at least one of their figures is missing.
    public let undrawn: [Series]

    /// Creates a chart from its parts.
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
