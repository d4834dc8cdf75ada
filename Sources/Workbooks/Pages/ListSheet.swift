import Files
import Reporting

/// A table of words under its head, such as the contents or the notes.
struct ListSheet {
    let head: SheetHead
    /// The name of the marked-up table.
    let table: String
    let headings: [String]
    let rows: [[String]]
    let widths: [Double]
    /// Whether the first column links to the sheets that it names.
    let linksFirstColumn: Bool

    func write(to sheet: Worksheet) throws(OutputFailure) {
        try head.write(to: sheet, widths: widths)
        try sheet.markTable(
            table, row: head.rows, rows: rows.count, headings: headings.map { ($0, .columnHeading) })
        try setHeight(of: headings, .columnHeading, at: head.rows, in: sheet)
        for (index, texts) in rows.enumerated() {
            let row = head.rows + 1 + index
            for (column, text) in texts.enumerated() {
                if column == 0, linksFirstColumn {
                    try sheet.writeLink(to: text, row: row, column: column)
                } else {
                    try sheet.write(text, row: row, column: column, .words(isTotal: false))
                }
            }
            try setHeight(of: texts, .words(isTotal: false), at: row, in: sheet)
        }
    }

    private func setHeight(
        of texts: [String], _ style: CellStyle, at row: Int, in sheet: Worksheet
    ) throws(OutputFailure) {
        let heights = zip(texts, widths).map { text, width in style.extent(of: text).height(in: width) }
        try sheet.setHeight(heights.max() ?? 0, ofRow: row)
    }
}
