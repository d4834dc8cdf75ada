public import Indicators

/// A table of figures that is there to be drawn, and its charts.
public struct ChartSet: Sendable {
    /// The figures.
    public let table: FigureTable
    /// The charts that can be drawn whole: a series with a gap would be read as a fall to zero.
    public let charts: [Chart]
    /// For each chart that cannot be drawn, why not, in a sentence.
    public let omissions: [String]

    /// A table and the charts of its columns. Series with a figure that is missing are not drawn, and neither is a chart
    /// whose own series, not only what it is compared with, is among them.
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

    /// What a reader who does not see the chart must know: its kind, the ends of every series with what they are for, and
    /// what is not drawn.
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

    /// What the rows are for of which the series has no figure.
    private static func missing(_ series: Chart.Series, _ table: FigureTable) -> [String] {
        table.rows.indices.filter { table.rows[$0].figures[series.column].value.number == nil }
            .map { name(of: $0, in: series, table) }
    }

    private static func name(of row: Int, in series: Chart.Series, _ table: FigureTable) -> String {
        guard let names = series.rowNames, names.indices.contains(row) else { return table.rows[row].label }
        return names[row]
    }

    /// `May 2018`, `May 2018 and June 2018`; where all are missing, their first and last.
    private static func list(_ names: [String], of table: FigureTable) -> String {
        guard let first = names.first, let last = names.last, names.count > 1 else { return names.first ?? "" }
        if names.count == table.rows.count, names.count > 3 { return "any row from \(first) to \(last)" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
