import CLibXLSXWriter
import Core
import Files
import Glibc
import Reporting

/// A native chart of a workbook, drawn from cells of another sheet. Series differ not only by colour: lines also differ
/// by dashes and marks, columns by a pattern.
package struct WorkbookChart {
    /// The cells of a table that a chart draws.
    package struct Cells {
        /// The sheet, its first and last row with data, the column of labels and the first column of figures, all
        /// counted from 0.
        let sheet: String
        let firstRow, lastRow, labelColumn, firstColumn: Int

        /// Returns the formula for the column of labels or a column of figures.
        func formula(column: Int) -> String {
            let name = ColumnLetters.of(column)
            return "='\(sheet)'!$\(name)$\(firstRow + 1):$\(name)$\(lastRow + 1)"
        }
    }

    let handle: UnsafeMutablePointer<lxw_chart>

    init(_ chart: Chart, of cells: Cells, in workbook: Workbook) throws(OutputFailure) {
        let type = chart.kind == .lines ? LXW_CHART_LINE : LXW_CHART_COLUMN
        guard let handle = workbook_add_chart(workbook.handle, UInt8(type.rawValue)) else {
            throw workbook.refuse("libxlsxwriter has no memory for a chart")
        }
        self.handle = handle
        for series in chart.series {
            let categories = cells.formula(column: cells.labelColumn)
            let values = cells.formula(column: cells.firstColumn + series.column)
            guard let drawn = chart_add_series(handle, categories, values) else {
                throw workbook.refuse("libxlsxwriter rejects the series '\(series.name)'")
            }
            chart_series_set_name(drawn, Workbook.text(series.name))
            if chart.kind == .lines {
                Self.drawLine(drawn, isComparison: series.isComparison)
            } else {
                Self.drawColumns(drawn, isComparison: series.isComparison)
            }
        }
        chart_title_set_name(handle, Workbook.text(chart.title))
        label(chart.rowAxis, handle.pointee.x_axis)
        label(chart.valueAxis, handle.pointee.y_axis)
        // The scale begins at zero, because small changes would look large otherwise.
        chart_axis_set_min(handle.pointee.y_axis, 0)
        chart_axis_set_num_format(handle.pointee.y_axis, "#,##0")
        var grid = lxw_chart_line()
        (grid.color, grid.width) = (0xD5D8DE, 0.75)
        chart_axis_major_gridlines_set_line(handle.pointee.y_axis, &grid)
        let position = chart.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
        chart_legend_set_position(handle, UInt8(position.rawValue))
        Self.withFont(12, bold: false) { chart_legend_set_font(handle, $0) }
        Self.withFont(14, bold: true) { chart_title_set_name_font(handle, $0) }
    }

    private func label(_ name: String, _ axis: UnsafeMutablePointer<lxw_chart_axis>) {
        chart_axis_set_name(axis, Workbook.text(name))
        Self.withFont(12, bold: false) {
            chart_axis_set_name_font(axis, $0)
            chart_axis_set_num_font(axis, $0)
        }
    }

    private static func drawLine(_ series: UnsafeMutablePointer<lxw_chart_series>, isComparison: Bool) {
        var line = lxw_chart_line()
        line.color = isComparison ? grey : blue
        line.width = isComparison ? 1.75 : 2.75
        if isComparison { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
        chart_series_set_line(series, &line)
        let mark = isComparison ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE
        chart_series_set_marker_type(series, UInt8(mark.rawValue))
        chart_series_set_marker_size(series, 7)
        var fill = lxw_chart_fill()
        fill.color = line.color
        chart_series_set_marker_fill(series, &fill)
        line.dash_type = 0
        chart_series_set_marker_line(series, &line)
    }

    private static func drawColumns(_ series: UnsafeMutablePointer<lxw_chart_series>, isComparison: Bool) {
        var line = lxw_chart_line()
        (line.color, line.width) = (isComparison ? grey : blue, 1)
        chart_series_set_line(series, &line)
        if isComparison {
            var pattern = lxw_chart_pattern()
            (pattern.fg_color, pattern.bg_color) = (grey, 0xFFFFFF)
            pattern.type = UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
            chart_series_set_pattern(series, &pattern)
        } else {
            var fill = lxw_chart_fill()
            fill.color = blue
            chart_series_set_fill(series, &fill)
        }
    }

    /// Calls the body with a font, which libxlsxwriter copies.
    private static func withFont(_ size: Double, bold: Bool, _ use: (UnsafeMutablePointer<lxw_chart_font>) -> Void) {
        let name = strdup("Arial")
        defer { free(name) }
        var font = lxw_chart_font()
        font.name = name
        font.size = size
        // If the value is not set, the library makes titles bold.
        font.bold = bold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
        use(&font)
    }

    private static let blue: lxw_color_t = 0x0B3D91
    private static let grey: lxw_color_t = 0x5A6270
}
