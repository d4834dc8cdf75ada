/// What identifies a figure of a release, in the words of `figures.csv`.
public struct FigureKey: Hashable, Sendable {
    /// The table's identifier, the section and the label of the row, and the area's short name.
    public let table, section, row, area: String
    /// The name of the measure: what the figure says about the row.
    public let measure: String
    /// The quarter or year that the figure is for: `2019-20-Q1`, `2018-19`, `2019-20-to-Q1`.
    public let period: String

    /// Creates a key from its parts.
    public init(table: String, section: String, row: String, area: String, measure: String, period: String) {
        self.table = table
        self.section = section
        self.row = row
        self.area = area
        self.measure = measure
        self.period = period
    }

    /// Creates a key from the first six fields of a row of `figures.csv`; nil when there are fewer.
    public init?(_ fields: some RandomAccessCollection<String>) {
        let fields = Array(fields.prefix(6))
        guard fields.count == 6 else { return nil }
        self.init(
            table: fields[0], section: fields[1], row: fields[2], area: fields[3], measure: fields[4],
            period: fields[5])
    }

    /// Returns the key of another measure for the same row, area and period.
    public func with(measure: String) -> FigureKey {
        FigureKey(table: table, section: section, row: row, area: area, measure: measure, period: period)
    }
}
