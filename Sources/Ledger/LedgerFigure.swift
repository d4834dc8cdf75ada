/// What tells a figure of a release from its others, in the words of `figures.csv`.
public struct LedgerSeries: Hashable, Sendable {
    /// The table's identifier, the section and the label of the row.
    public let table, section, row: String
    /// The area's short name.
    public let area: String
    /// What it says of the row, of which quarter or year, and what it is a number of.
    public let measure, period, unit: String

    /// A series from its parts.
    public init(
        table: String, section: String, row: String, area: String, measure: String, period: String, unit: String
    ) {
        self.table = table
        self.section = section
        self.row = row
        self.area = area
        self.measure = measure
        self.period = period
        self.unit = unit
    }
}

/// One published figure.
public struct LedgerFigure: Hashable, Sendable {
    /// Which it is.
    public let series: LedgerSeries
    /// The number to six places; nil when there is none.
    public let value: String?
    /// The figure as it is printed.
    public let display: String
    /// Its status: empty for a plain figure.
    public let status: String

    /// A figure from its parts.
    public init(series: LedgerSeries, value: String?, display: String, status: String) {
        self.series = series
        self.value = value
        self.display = display
        self.status = status
    }
}
