import Indicators

/// The cells of a table of figures, and how wide and high they must be.
struct TableLayout {
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

        /// What cannot wrap: a number whole, else the longest word.
        var leastWidth: Double { number == nil ? extent.widestWord : extent.width }
    }

    let headings: [Cell]
    let rows: [[Cell]]
    let widths: [Double]

    init(_ table: FigureTable) {
        let labels = (table.sectionHeading.map { [$0] } ?? []) + [table.rowHeading]
        headings = labels.map { Cell($0, .columnHeading) } + table.columns.map { Cell($0.heading, .numberHeading) }
        rows = table.rows.map { row in
            let section = Cell(row.section, .words(isTotal: row.isTotal))
            let label = Cell(row.label, .label(depth: row.depth, isTotal: row.isTotal))
            return (labels.count > 1 ? [section] : []) + [label] + row.figures.map { $0.cell(isTotal: row.isTotal) }
        }
        let cells = [headings] + rows
        widths = headings.indices.map { column in
            let cells = cells.map { $0[column] }
            // Labels wrap late; the columns of numbers are as narrow as can be.
            if column == labels.count - 1 { return Self.width(cells.map(\.extent.width), in: 24...46) + Self.indent }
            if column < labels.count { return Self.width(cells.map(\.extent.width), in: 14...26) }
            return Self.width(cells.map(\.leastWidth), in: 10...24)
        }
    }

    /// The height of a row of these cells.
    func height(of cells: [Cell]) -> Double {
        zip(cells, widths).map { cell, width in
            var room = width - Self.padding
            if case .label(let depth, _) = cell.style { room -= Double(depth) * Self.indent }
            return cell.extent.height(in: room)
        }.max() ?? 0
    }

    private static func width(_ widths: [Double], in bounds: ClosedRange<Double>) -> Double {
        min(max((widths.max() ?? 0) + padding, bounds.lowerBound), bounds.upperBound)
    }

    /// What stays free beside a text, and what a step in the tree takes.
    private static let padding = 2.5
    private static let indent = 3.0
}
