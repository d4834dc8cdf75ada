import Core
import Files
import Indicators
import Reporting

/// Where every row of the extracts went: an extract a row, or a source a row where the page says so.
struct DataQualitySheet {
    let page: DataQualityPage

    func write(to sheet: Worksheet, _ names: inout TableNames) throws(OutputFailure) {
        try layout.write(
            names.name(for: "data-quality"), under: SheetHead(title: page.title, statements: page.statements),
            to: sheet)
    }

    private var layout: SheetLayout {
        let (counts, reasons) = (DataQualityPage.counts, DataQualityPage.reasons)
        let headings =
            ["Source", "Extract"].map { SheetLayout.Cell($0, .columnHeading) }
            + counts.map { SheetLayout.Cell($0.heading, .numberHeading) }
            + reasons.map { SheetLayout.Cell($0.heading, .remarkHeading) }
        let rows = page.rows.map { row in
            [row.source, row.extract].map { SheetLayout.Cell($0, .words(isTotal: row.isTotal)) }
                + counts.map { Self.cell(row.count($0.measure), isTotal: row.isTotal) }
                + reasons.map { SheetLayout.Cell(row.reasons($0.measure), .remark(isTotal: row.isTotal)) }
        }
        return SheetLayout(
            headings: headings, rows: rows,
            bounds: [14...24, 16...56] + counts.map { _ in 10...16 } + [16...34, 16...30, 16...20])
    }

    private static func cell(_ count: Int?, isTotal: Bool) -> SheetLayout.Cell {
        guard let count else { return SheetLayout.Cell(DataQualityPage.withheld, .marker(isTotal: isTotal)) }
        let number = Rational(count)
        let format = NumberFormat(number, unit: .count("rows"), decimals: 0)
        return SheetLayout.Cell(
            number.formatted(decimals: 0, grouped: true), number: Double(count), .number(format, isTotal: isTotal))
    }
}
