import Files
import Reporting

/// The head above a sheet's table: the title in A1, and one sentence in each row below it.
struct SheetHead {
    let title: String
    let statements: [String]

    /// The number of rows of the head, which is the position of the row below it.
    var rows: Int { 1 + statements.count }

    /// Writes the head above columns of these widths. A text that fits on the page runs on over the empty cells next to
    /// it. A longer text wraps in the first column, which is then made wide enough for reading.
    func write(to sheet: Worksheet, widths: [Double]) throws(OutputFailure) {
        var widths = widths
        let wraps =
            !fits(title, CellStyle.title(wraps: false), widths)
            || statements.contains { !fits($0, CellStyle.paragraph(wraps: false), widths) }
        let room = Self.page - widths.dropFirst().reduce(0, +)
        if wraps { widths[0] = max(widths[0], min(Self.readable, room)) }
        try sheet.setWidths(widths)
        try write(title, at: 0, to: sheet, widths, CellStyle.title)
        for (index, statement) in statements.enumerated() {
            try write(statement, at: index + 1, to: sheet, widths, CellStyle.paragraph)
        }
    }

    private func write(
        _ text: String, at row: Int, to sheet: Worksheet, _ widths: [Double], _ style: (Bool) -> CellStyle
    ) throws(OutputFailure) {
        let fits = fits(text, style(false), widths)
        let style = style(!fits)
        try sheet.write(text, row: row, column: 0, style)
        let height = style.extent(of: text).height(in: fits ? .infinity : widths[0])
        try sheet.setHeight(height, ofRow: row)
    }

    private func fits(_ text: String, _ style: CellStyle, _ widths: [Double]) -> Bool {
        style.extent(of: text).width <= max(widths.reduce(0, +), Self.page)
    }

    /// The narrowest column, in characters, in which a sentence can be read.
    private static let readable = 48.0

    /// The width of a printed page; above a narrow table, text may run on to this width.
    private static let page = 105.0
}
