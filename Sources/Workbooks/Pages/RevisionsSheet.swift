import Core
import Files
import Indicators
import Reporting

/// What differs from the issued release: a figure a row.
struct RevisionsSheet {
    let page: RevisionsPage

    func write(to sheet: Worksheet, _ names: inout TableNames) throws(OutputFailure) {
        try layout.write(
            names.name(for: "revisions"), under: SheetHead(title: page.title, statements: page.statements), to: sheet)
    }

    private var layout: SheetLayout {
        let numbers = 4...5
        let headings = page.headings.enumerated().map { index, heading in
            SheetLayout.Cell(
                heading, numbers.contains(index) ? .numberHeading : index > 5 ? .remarkHeading : .columnHeading)
        }
        let rows = page.rows.map { row in
            [row.page, row.row, row.area, row.what].map { SheetLayout.Cell($0, .words(isTotal: false)) }
                + [
                    Self.cell(Rational(decimal: row.revision.previousValue), row.previous, row.revision.figure),
                    Self.cell(row.revision.figure.value.number, row.now, row.revision.figure),
                ] + [row.causes, row.direction].map { SheetLayout.Cell($0, .remark(isTotal: false)) }
        }
        return SheetLayout(
            headings: headings, rows: rows,
            bounds: [16...34, 16...34, 12...18, 14...26, 10...16, 10...16, 20...40, 14...24])
    }

    private static func cell(_ number: Rational?, _ display: String, _ figure: Figure) -> SheetLayout.Cell {
        guard let number else { return SheetLayout.Cell(display, .marker(isTotal: false)) }
        let format = NumberFormat(number, unit: figure.unit, decimals: figure.decimals)
        return SheetLayout.Cell(
            display, number: CellNumber.value(of: number, decimals: figure.decimals), .number(format, isTotal: false))
    }
}
