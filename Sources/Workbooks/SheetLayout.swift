import Files
import Indicators
import Reporting

/// The cells of a table, and the widths and heights that they need.
struct SheetLayout {
    /// One cell.
    struct Cell {
        /// The text as it is read in the cell.
        let text: String
        /// The number that the cell holds; nil when it holds the text.
        let number: Double?
        let style: CellStyle

        init(_ text: String, number: Double? = nil, _ style: CellStyle) {
            self.text = text
            self.number = number
            self.style = style
        }

        var extent: TextExtent { style.extent(of: text) }

        /// The width that the cell needs on one line.
        var width: Double { extent.width + indent }

        /// The width of the part that cannot wrap: the whole number, or else the longest word.
        var leastWidth: Double { (number == nil ? extent.widestWord : extent.width) + indent }

        /// The indent of the cell's style.
        var indent: Double {
            switch style {
            case .label(let depth, _): Double(depth) * SheetLayout.indent
            case .remark, .remarkHeading, .numberHeading, .number, .marker: SheetLayout.indent / 2
            default: 0
            }
        }
    }

    let headings: [Cell]
    let rows: [[Cell]]
    let widths: [Double]

    init(_ table: FigureTable) {
        let labels = (table.sectionHeading.map { [$0] } ?? []) + [table.rowHeading]
        headings = labels.map { Cell($0, .columnHeading) } + table.columns.map { Cell($0.heading, .numberHeading) }
        rows = table.rows.map { row in
            let section = Cell(row.section, .words(isTotal: row.isTotal))
            let label = Cell(row.fullLabel, .label(depth: row.depth, isTotal: row.isTotal))
            return (labels.count > 1 ? [section] : []) + [label] + row.figures.map { $0.cell(isTotal: row.isTotal) }
        }
        let cells = [headings] + rows
        widths = headings.indices.map { column in
            let cells = cells.map { $0[column] }
            // Columns of labels are wide, so that labels seldom wrap; columns of numbers are as narrow as possible.
            if column == labels.count - 1 { return Self.width(cells.map(\.width), in: 16...48) }
            if column < labels.count { return Self.width(cells.map(\.width), in: 14...26) }
            return Self.width(cells.map(\.leastWidth), in: 10...24)
        }
    }

    /// Creates the layout of cells of words and numbers. The bounds limit the widths of the columns.
    init(headings: [Cell], rows: [[Cell]], bounds: [ClosedRange<Double>]) {
        self.headings = headings
        self.rows = rows
        let cells = [headings] + rows
        widths = bounds.enumerated().map { column, bounds in
            let isNumbers = rows.contains { $0[column].number != nil }
            return Self.width(cells.map { isNumbers ? $0[column].leastWidth : $0[column].width }, in: bounds)
        }
    }

    /// Writes the cells as a marked-up table under the head of a sheet.
    func write(_ name: String, under head: SheetHead, to sheet: Worksheet) throws(OutputFailure) {
        try head.write(to: sheet, widths: widths)
        try sheet.markTable(name, row: head.rows, rows: rows.count, headings: headings.map { ($0.text, $0.style) })
        try sheet.setHeight(height(of: headings), ofRow: head.rows)
        for (index, cells) in rows.enumerated() {
            let row = head.rows + 1 + index
            for (column, cell) in cells.enumerated() {
                if let number = cell.number {
                    try sheet.write(number, row: row, column: column, cell.style)
                } else {
                    try sheet.write(cell.text, row: row, column: column, cell.style)
                }
            }
            try sheet.setHeight(height(of: cells), ofRow: row)
        }
    }

    /// Returns the height of a row of these cells.
    func height(of cells: [Cell]) -> Double {
        zip(cells, widths).map { cell, width in
            cell.extent.height(in: width - Self.margin - cell.indent)
        }.max() ?? 0
    }

    private static func width(_ widths: [Double], in bounds: ClosedRange<Double>) -> Double {
        min(max((widths.max() ?? 0) + padding, bounds.lowerBound), bounds.upperBound)
    }

    /// Three widths in characters: the space added to a column's widest text, the part of a column that spreadsheet
    /// programs leave free, and the indent for each level.
    private static let padding = 2.5
    private static let margin = 1.5
    private static let indent = 3.0
}
