import Indicators
import Reporting

/// A table of figures.
struct TableSheet {
    private let page: TablePage
    private let table: FigureTable
    private let layout: SheetLayout

    init(page: TablePage) {
        self.page = page
        table = page.table
        layout = SheetLayout(page.table)
    }

    func write(to sheet: Worksheet, _ names: inout TableNames) throws(OutputFailure) {
        let head = SheetHead(title: page.title, statements: page.statements)
        try head.write(to: sheet, widths: layout.widths)
        try sheet.markTable(
            names.name(for: table.id), row: head.rows, rows: table.rows.count,
            headings: layout.headings.map { ($0.text, $0.style) })
        try sheet.setHeight(layout.height(of: layout.headings), ofRow: head.rows)
        for (index, cells) in layout.rows.enumerated() {
            let row = head.rows + 1 + index
            for (column, cell) in cells.enumerated() {
                if let number = cell.number {
                    try sheet.write(number, row: row, column: column, cell.style)
                } else {
                    try sheet.write(cell.text, row: row, column: column, cell.style)
                }
            }
            try sheet.setHeight(layout.height(of: cells), ofRow: row)
        }
    }
}
