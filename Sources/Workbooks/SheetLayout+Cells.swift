import Reporting

extension SheetLayout {
    /// Creates the layout of a page's cells, each in the style of its column.
    init(_ page: PageCells) {
        self.init(
            headings: page.columns.map { Cell($0.heading, $0.kind.headingStyle) },
            rows: page.rows.map { row in
                zip(page.columns, row.cells).map { Cell($1, in: $0.kind, isTotal: row.isTotal) }
            },
            bounds: page.columns.map(\.width))
    }
}

extension PageCells.Kind {
    fileprivate var headingStyle: CellStyle {
        switch self {
        case .words: .columnHeading
        case .number: .numberHeading
        case .remark: .remarkHeading
        }
    }
}

extension SheetLayout.Cell {
    fileprivate init(_ cell: PageCells.Cell, in kind: PageCells.Kind, isTotal: Bool) {
        switch kind {
        case .words: self.init(cell.text, .words(isTotal: isTotal))
        case .remark: self.init(cell.text, .remark(isTotal: isTotal))
        case .number:
            guard let number = cell.number else {
                self.init(cell.text, .marker(isTotal: isTotal))
                return
            }
            let format = NumberFormat(number.value, unit: number.unit, decimals: number.decimals)
            self.init(
                cell.text, number: CellNumber.value(of: number.value, decimals: number.decimals),
                .number(format, isTotal: isTotal))
        }
    }
}
