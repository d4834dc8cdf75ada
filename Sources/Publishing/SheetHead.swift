/// What stands above the table of a sheet: the title in A1 and a sentence a row.
struct SheetHead {
    let title: String
    let statements: [String]

    /// The row under it.
    var rows: Int { 1 + statements.count }

    /// Writes it over the columns of the widths. What fits on the page runs on over the empty cells beside it; what does
    /// not wraps in the first column.
    func write(to sheet: Worksheet, widths: [Double]) throws(OutputFailure) {
        try sheet.setWidths(widths)
        try write(title, at: 0, to: sheet, widths, CellStyle.title)
        for (index, statement) in statements.enumerated() {
            try write(statement, at: index + 1, to: sheet, widths, CellStyle.paragraph)
        }
    }

    private func write(
        _ text: String, at row: Int, to sheet: Worksheet, _ widths: [Double], _ style: (Bool) -> CellStyle
    ) throws(OutputFailure) {
        let fits = style(false).extent(of: text).width <= max(widths.reduce(0, +), Self.page)
        let style = style(!fits)
        try sheet.write(text, row: row, column: 0, style)
        let height = style.extent(of: text).height(in: fits ? .infinity : widths[0])
        try sheet.setHeight(height, ofRow: row)
    }

    /// The width of a printed page: over a narrow table, text may run on so far.
    private static let page = 105.0
}
