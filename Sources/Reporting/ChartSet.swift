public import Indicators

/// A table of figures that is there to be drawn, and its charts.
public struct ChartSet: Sendable {
    /// The figures.
    public let table: FigureTable
    /// The charts that can be drawn whole: a series with a gap would be read as a fall to nothing.
    public let charts: [Chart]

    /// A table and the charts of its columns. Series with a figure that is missing are left out, and so is a chart whose
    /// own series, not only what it is compared with, is among them.
    public init(table: FigureTable, charts: [Chart]) {
        self.table = table
        self.charts = charts.compactMap { chart in
            let whole = chart.series.filter { series in
                !table.rows.isEmpty && table.rows.allSatisfy { $0.figures[series.column].value.number != nil }
            }
            guard whole.contains(where: { !$0.isComparison }) else { return nil }
            return Chart(
                title: chart.title, kind: chart.kind, rowAxis: chart.rowAxis, valueAxis: chart.valueAxis, series: whole)
        }
    }

    /// What a reader who does not see the chart must know: its kind, and the ends of every series.
    public func alternative(of chart: Chart) -> String {
        let kind = chart.kind == .lines ? "Line chart" : "Column chart"
        let series = chart.series.map { series in
            let values = table.rows.compactMap { row in
                row.figures[series.column].value.number.map { (row.label, row.figures[series.column].display, $0) }
            }
            guard let least = values.min(by: { $0.2 < $1.2 }), let most = values.max(by: { $0.2 < $1.2 }) else {
                return "\(series.name): nothing."
            }
            return least.2 == most.2
                ? "\(series.name): \(most.1) throughout."
                : "\(series.name): lowest \(least.1) (\(least.0)), highest \(most.1) (\(most.0))."
        }
        return (["\(kind). \(chart.title)."] + series).joined(separator: " ")
    }
}
