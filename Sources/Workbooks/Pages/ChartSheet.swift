import Files
import Indicators
import Reporting

/// A chart under its title and its statements.
struct ChartSheet {
    let page: ChartPage
    /// The page with the chart's figures.
    let data: TablePage

    func write(to sheet: Worksheet) throws(OutputFailure) {
        try SheetHead(title: page.title, statements: page.statements).write(to: sheet, widths: [Self.width])
        let top = SheetHead(title: data.title, statements: data.statements).rows + 1
        let labels = data.table.sectionHeading == nil ? 0 : 1
        try sheet.draw(
            page.chart,
            of: WorkbookChart.Cells(
                sheet: data.name, firstRow: top, lastRow: top + data.table.rows.count - 1, labelColumn: labels,
                firstColumn: labels + 1),
            alternative: page.alternative, at: 1 + page.statements.count)
    }

    private static let width = 105.0
}
