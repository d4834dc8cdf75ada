public import Indicators

/// A table of figures for charts, and the charts.
public struct ChartSet: Sendable {
    /// The figures.
    public let table: FigureTable
    /// The charts that can be drawn, without series that have gaps: a gap would be read as a fall to zero.
    public let charts: [Chart]
    /// One sentence for each chart that cannot be drawn, saying why.
    public let omissions: [String]

    /// Creates a set from a table and the charts of its columns. A series with a missing figure is not drawn. A chart
    /// is not drawn when none of its series can be drawn, apart from those that are only for comparison.
    public init(table: FigureTable, charts: [Chart]) {
        self.table = table
        var (drawn, omissions): ([Chart], [String]) = ([], [])
        for chart in charts {
            let whole = chart.series.filter { Self.missing($0, table).isEmpty && !table.rows.isEmpty }
            let gapped = chart.series.filter { !Self.missing($0, table).isEmpty }
            if whole.contains(where: { !$0.isComparison }) {
                drawn.append(
                    Chart(
                        title: chart.title, kind: chart.kind, rowAxis: chart.rowAxis, valueAxis: chart.valueAxis,
                        series: whole, undrawn: gapped))
            } else if let own = gapped.first(where: { !$0.isComparison }) {
                let rows = Self.list(Self.missing(own, table), of: table)
                omissions.append("The chart “\(chart.title)” is not drawn: there is no figure for \(rows).")
            }
        }
        self.charts = drawn
        self.omissions = omissions
    }

    /// Returns the alternative text for readers who cannot see the chart. It states the chart's kind, the lowest and
    /// highest value of each series with the names of their rows, and which series are not drawn.
    public func alternative(of chart: Chart) -> String {
        let kind = chart.kind == .lines ? "Line chart" : "Column chart"
        let series = chart.series.map { series in
            let values = table.rows.indices.compactMap { row in
                let figure = table.rows[row].figures[series.column]
                return figure.value.number.map { (Self.name(of: row, in: series, table), figure.display, $0) }
            }
            guard let least = values.min(by: { $0.2 < $1.2 }), let most = values.max(by: { $0.2 < $1.2 }) else {
                return "\(series.name): no figures."
            }
            return least.2 == most.2
                ? "\(series.name): \(most.1) throughout."
                : "\(series.name): lowest \(least.1) (\(least.0)), highest \(most.1) (\(most.0))."
        }
        let undrawn = chart.undrawn.map { series in
            "\(series.name): not drawn, because there is no figure for \(Self.list(Self.missing(series, table), of: table))."
        }
        return (["\(kind). \(chart.title)."] + series + undrawn).joined(separator: " ")
    }

    /// Returns the names of the rows for which the series has no figure.
    private static func missing(_ series: Chart.Series, _ table: FigureTable) -> [String] {
        table.rows.indices.filter { table.rows[$0].figures[series.column].value.number == nil }
            .map { name(of: $0, in: series, table) }
    }

    private static func name(of row: Int, in series: Chart.Series, _ table: FigureTable) -> String {
        guard let names = series.rowNames, names.indices.contains(row) else { return table.rows[row].label }
        return names[row]
    }

    /// Returns the names as a list: `May 2018`, `May 2018 and June 2018`. If more than three rows are listed and these
    /// are all rows of the table, only the first and the last are named.
    private static func list(_ names: [String], of table: FigureTable) -> String {
        guard let first = names.first, let last = names.last, names.count > 1 else { return names.first ?? "" }
        if names.count == table.rows.count, names.count > 3 { return "any row from \(first) to \(last)" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
