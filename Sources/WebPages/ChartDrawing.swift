import Core
import Indicators
import Reporting

/// A chart as SVG in a page. The description says in words what the chart shows; a table on the page has its figures.
struct ChartDrawing {
    private let chart: Chart
    private let rows: [FigureTable.Row]
    private let alternative: String
    private let id: String
    private let scale: ChartScale

    init(_ chart: Chart, of set: ChartSet, id: String) {
        self.chart = chart
        self.id = id
        rows = set.table.rows
        alternative = set.alternative(of: chart)
        let numbers = chart.series.flatMap { series in
            set.table.rows.compactMap { $0.figures[series.column].value.number }
        }
        let most = numbers.max() ?? Rational(0)
        // Each column needs space for the number above it.
        let above = (try? most.divided(by: Rational(12)).map { try most + $0 }) ?? most
        scale = ChartScale(upTo: chart.kind == .lines ? most : above)
    }

    /// The drawing.
    var svg: String {
        let drawn = chart.kind == .lines ? lines : columns
        return
            ([
                "<svg viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-words\" "
                    + "font-family=\"Arial, 'Liberation Sans', sans-serif\" font-size=\"13\" fill=\"#14181f\">",
                "<title id=\"\(id)-title\">\(XMLText.escaped(chart.title))</title>",
                "<desc id=\"\(id)-words\">\(XMLText.escaped(alternative))</desc>", hatch,
            ] + axes + drawn + legend + ["</svg>"])
            .joined(separator: "\n")
    }

    // MARK: Places

    private static let width = 720
    private static let (left, right, top, bottom) = (70.0, 705.0, 34.0, 306.0)
    private static let (blue, grey, rule) = ("#0b3d91", "#5a6270", "#d5d8de")

    /// The height of the drawing, which is smaller without a legend.
    private var height: Int { chart.series.count > 1 ? 400 : 352 }

    private var slot: Double { (Self.right - Self.left) / Double(max(1, rows.count)) }

    private func x(_ row: Int) -> Double { Self.left + slot * (Double(row) + 0.5) }

    private func y(_ number: Rational) -> Double {
        Self.bottom - (Self.bottom - Self.top) * scale.share(of: number)
    }

    // MARK: Parts

    /// Stripes for the comparison series, so that series do not differ by colour only.
    private var hatch: String {
        "<defs><pattern id=\"\(id)-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
            + "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/>"
            + "<rect width=\"2.5\" height=\"6\" fill=\"\(Self.grey)\"/></pattern></defs>"
    }

    private var axes: [String] {
        var parts = [SVG.text(chart.valueAxis, x: 4, y: 16, anchor: "start")]
        for tick in scale.ticks {
            let place = SVG.number(y(tick))
            parts.append(
                "<path d=\"M\(SVG.number(Self.left)) \(place)H\(SVG.number(Self.right))\" stroke=\"\(Self.rule)\"/>")
            parts.append(SVG.text(scale.label(tick), x: Self.left - 8, y: y(tick) + 4.5, anchor: "end"))
        }
        for (index, row) in rows.enumerated() {
            for (line, words) in SVG.wrapped(row.label, width: slot).enumerated() {
                parts.append(SVG.text(words, x: x(index), y: Self.bottom + 20 + 16 * Double(line), anchor: "middle"))
            }
        }
        return parts
    }

    private var lines: [String] {
        // The comparison series is drawn first, below the others.
        chart.series.sorted { $0.isComparison && !$1.isComparison }.flatMap { series -> [String] in
            let points = rows.enumerated().compactMap { index, row in
                row.figures[series.column].value.number.map { (x(index), y($0)) }
            }
            let path = points.map { "\(SVG.number($0.0)) \(SVG.number($0.1))" }.joined(separator: "L")
            return ["<path d=\"M\(path)\" \(Self.stroke(series))/>"] + points.map { Self.mark(series, $0.0, $0.1) }
        }
    }

    private static func stroke(_ series: Chart.Series) -> String {
        series.isComparison
            ? "fill=\"none\" stroke=\"\(grey)\" stroke-width=\"2\" stroke-dasharray=\"7 4\""
            : "fill=\"none\" stroke=\"\(blue)\" stroke-width=\"3\""
    }

    private static func mark(_ series: Chart.Series, _ x: Double, _ y: Double) -> String {
        guard series.isComparison else {
            return "<circle cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"4.5\" fill=\"\(blue)\"/>"
        }
        let (left, right, top, bottom) = (x - 5, x + 5, y - 5, y + 5)
        return "<path d=\"M\(SVG.number(left)) \(SVG.number(y))L\(SVG.number(x)) \(SVG.number(top))"
            + "L\(SVG.number(right)) \(SVG.number(y))L\(SVG.number(x)) \(SVG.number(bottom))Z\" fill=\"\(grey)\"/>"
    }

    private var columns: [String] {
        let group = slot * 0.7
        let breadth = group / Double(max(1, chart.series.count))
        return rows.enumerated().flatMap { index, row in
            chart.series.enumerated().flatMap { place, series -> [String] in
                let figure = row.figures[series.column]
                guard let number = figure.value.number else { return [] }
                let left = x(index) - group / 2 + breadth * Double(place)
                let top = y(number)
                return [
                    "<rect x=\"\(SVG.number(left + 2))\" y=\"\(SVG.number(top))\" width=\"\(SVG.number(breadth - 4))\" "
                        + "height=\"\(SVG.number(Self.bottom - top))\" \(fill(series))/>",
                    SVG.text(figure.display, x: left + breadth / 2, y: top - 6, anchor: "middle"),
                ]
            }
        }
    }

    private func fill(_ series: Chart.Series) -> String {
        series.isComparison ? "fill=\"url(#\(id)-hatch)\" stroke=\"\(Self.grey)\"" : "fill=\"\(Self.blue)\""
    }

    private var legend: [String] {
        guard chart.series.count > 1 else { return [] }
        var x = Self.left
        return chart.series.flatMap { series -> [String] in
            let y = Double(height) - 18
            let sample =
                chart.kind == .lines
                ? [
                    "<path d=\"M\(SVG.number(x)) \(SVG.number(y))h36\" \(Self.stroke(series))/>",
                    Self.mark(series, x + 18, y),
                ]
                : [
                    "<rect x=\"\(SVG.number(x))\" y=\"\(SVG.number(y - 8))\" width=\"36\" height=\"16\" \(fill(series))/>"
                ]
            let words = SVG.text(series.name, x: x + 44, y: y + 4.5, anchor: "start")
            x += 44 + SVG.width(series.name) + 32
            return sample + [words]
        }
    }
}
