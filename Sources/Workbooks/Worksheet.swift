import CLibXLSXWriter
import Files
import Glibc
import Reporting

/// A sheet of a workbook, filled from the top.
struct Worksheet {
    private let handle: UnsafeMutablePointer<lxw_worksheet>
    private let workbook: Workbook

    init(_ handle: UnsafeMutablePointer<lxw_worksheet>, of workbook: Workbook) {
        self.handle = handle
        self.workbook = workbook
        worksheet_set_landscape(handle)
        worksheet_set_paper(handle, Self.a4)
        worksheet_fit_to_pages(handle, 1, 0)
        worksheet_set_margins(handle, 0.5, 0.5, 0.5, 0.6)
    }

    /// Makes this the sheet that is shown when the file is opened.
    func activate() { worksheet_activate(handle) }

    func write(_ text: String, row: Int, column: Int, _ style: CellStyle) throws(OutputFailure) {
        let text = Workbook.text(text)
        workbook.expect(cellOf: text)
        try workbook.check(
            worksheet_write_string(handle, UInt32(row), UInt16(column), text, workbook.format(style)))
    }

    func write(_ number: Double, row: Int, column: Int, _ style: CellStyle) throws(OutputFailure) {
        workbook.expect(cellOf: "")
        try workbook.check(
            worksheet_write_number(handle, UInt32(row), UInt16(column), number, workbook.format(style)))
    }

    /// Writes the name of a sheet as a link to it.
    func writeLink(to sheet: String, row: Int, column: Int) throws(OutputFailure) {
        let address = "internal:'\(sheet)'!A1"
        workbook.expect(cellOf: address)
        try workbook.check(
            worksheet_write_url(handle, UInt32(row), UInt16(column), address, workbook.format(.link)))
        try write(sheet, row: row, column: column, .link)
    }

    /// Attaches a note to a cell; it is shown when the pointer is over the cell.
    func writeNote(_ text: String, row: Int, column: Int) throws(OutputFailure) {
        workbook.expect(cellOf: text)
        let text = Workbook.text(text)
        let author = strdup("shp")
        defer { free(author) }
        var options = lxw_comment_options()
        options.author = author
        options.x_scale = 2.5
        options.y_scale = 2
        try workbook.check(worksheet_write_comment_opt(handle, UInt32(row), UInt16(column), text, &options))
    }

    /// Marks up the cells from the row on as a table with a number of rows under its headings, and writes the headings.
    func markTable(
        _ name: String, row: Int, rows: Int, headings: [(text: String, style: CellStyle)]
    ) throws(OutputFailure) {
        var known: Set<String> = []
        for (heading, _) in headings where !known.insert(heading.lowercased()).inserted {
            throw workbook.refuse("two columns of the table \(name) have the heading '\(heading)'")
        }
        let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: headings.count)
        columns.initialize(repeating: lxw_table_column(), count: headings.count)
        var list: [UnsafeMutablePointer<lxw_table_column>?] = headings.indices.map { columns + $0 }
        list.append(nil)
        defer {
            for index in headings.indices { free(columns[index].header) }
            columns.deallocate()
        }
        for (index, heading) in headings.enumerated() {
            workbook.expect(cellOf: heading.text)
            columns[index].header = strdup(Workbook.text(heading.text))
            columns[index].header_format = try workbook.format(heading.style)
        }
        try addTable(name, row: row, rows: rows, columns: &list)
        worksheet_repeat_rows(handle, UInt32(row), UInt32(row))
    }

    private func addTable(
        _ name: String, row: Int, rows: Int, columns: inout [UnsafeMutablePointer<lxw_table_column>?]
    ) throws(OutputFailure) {
        let name = strdup(name)
        defer { free(name) }
        var options = lxw_table_options()
        options.name = name
        options.no_autofilter = 1
        options.no_banded_rows = 1
        // Light style 0 means no style: the cells have their own styles, which every program shows.
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 0
        let last = UInt16(columns.count - 2)
        let code = columns.withUnsafeMutableBufferPointer { buffer in
            options.columns = buffer.baseAddress
            return worksheet_add_table(handle, UInt32(row), 0, UInt32(row + rows), last, &options)
        }
        try workbook.check(code)
    }

    /// Sets the widths of the first columns, in characters.
    func setWidths(_ widths: [Double]) throws(OutputFailure) {
        for (index, width) in widths.enumerated() {
            try workbook.check(worksheet_set_column(handle, UInt16(index), UInt16(index), width, nil))
        }
    }

    /// Sets the height of a row, in points; a spreadsheet allows at most 409.
    func setHeight(_ height: Double, ofRow row: Int) throws(OutputFailure) {
        try workbook.check(worksheet_set_row(handle, UInt32(row), min(height, 409), nil))
    }

    /// Draws a chart of another sheet's cells from the row down, with alternative text for readers who cannot see it.
    func draw(
        _ chart: Chart, of cells: WorkbookChart.Cells, alternative: String, at row: Int
    ) throws(OutputFailure) {
        workbook.expect(cellOf: alternative)
        let drawn = try WorkbookChart(chart, of: cells, in: workbook)
        let words = strdup(Workbook.text(alternative))
        defer { free(words) }
        var options = lxw_chart_options()
        (options.x_scale, options.y_scale) = (Self.chartScale, Self.chartScale)
        options.description = words
        try workbook.check(worksheet_insert_chart_opt(handle, UInt32(row), 0, drawn.handle, &options))
    }

    /// The default chart of 480 by 288 pixels is too small to read across a table.
    private static let chartScale = 1.9
    private static let a4: UInt8 = 9
}
