import Files
import Indicators
import Reporting

/// The cells of a table, and how wide and high they must be.
struct SheetLayout {
    /// One cell.
    struct Cell {
        /// What can be read in it.
        let text: String
        /// The number that it holds; nil when it holds the text.
        let number: Double?
        let style: CellStyle

        init(_ text: String, number: Double? = nil, _ style: CellStyle) {
            self.text = text
            self.number = number
            self.style = style
        }

        var extent: TextExtent { style.extent(of: text) }

        /// The width that it takes on one line.
        var width: Double { extent.width + indent }

        /// What cannot wrap: a number whole, else the longest word.
        var leastWidth: Double { (number == nil ? extent.widestWord : extent.width) + indent }

        /// The space that its depth needs.
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
            // Labels wrap late; the columns of numbers are as narrow as can be.
            if column == labels.count - 1 { return Self.width(cells.map(\.width), in: 16...48) }
            if column < labels.count { return Self.width(cells.map(\.width), in: 14...26) }
            return Self.width(cells.map(\.leastWidth), in: 10...24)
        }
    }

    /// Cells of words and numbers. The bounds are those of the columns' widths.
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

    /// The height of a row of these cells.
    func height(of cells: [Cell]) -> Double {
        zip(cells, widths).map { cell, width in
            cell.extent.height(in: width - Self.margin - cell.indent)
        }.max() ?? 0
    }

    private static func width(_ widths: [Double], in bounds: ClosedRange<Double>) -> Double {
        min(max((widths.max() ?? 0) + padding, bounds.lowerBound), bounds.upperBound)
    }

    /// What a column has beyond its widest text, what of it programs leave free, and what a step in the tree takes.
    private static let padding = 2.5
    private static let margin = 1.5
    private static let indent = 3.0
}
