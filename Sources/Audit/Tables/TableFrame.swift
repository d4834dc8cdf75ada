/// Where the headings of a table end, and which of its columns are labels.
struct TableFrame {
    /// For each column its heading; a heading over several columns stands before those under it.
    let headings: [String]
    let firstRow: Int
    let sectionColumn: Int?
    let labelColumn: Int
    private let headingRows: [[String]]

    /// Nil when there is no row of figures.
    init?(readings: Readings, table: PrintedTable) {
        let cells = readings.cells
        // Titles above the headings have one cell.
        guard let top = cells.firstIndex(where: { row in row.count { $0 != .blank } >= 2 }) else { return nil }
        var first = top + 1
        // A second line of headings has words only, and more than one cell.
        if first < cells.count, !cells[first].contains(where: { $0.number != nil }),
            cells[first].count(where: { if case .words = $0 { true } else { false } }) >= 2,
            cells[top].contains(.blank), first + 1 < cells.count
        {
            first += 1
        }
        guard first < cells.count else { return nil }
        firstRow = first
        headingRows = (top..<first).map { Array(table.cells[$0]) }
        var headings: [String] = []
        for column in 0..<readings.width {
            var parts: [String] = []
            for row in top..<first {
                var text = table.text(row: row, column: column)
                if text.isEmpty, row == top, first - top == 2, column > 0 {
                    text =
                        (0..<column).reversed().lazy.map { table.text(row: row, column: $0) }.first { !$0.isEmpty }
                        ?? ""
                }
                if !text.isEmpty, !parts.contains(text) { parts.append(text) }
            }
            headings.append(parts.joined(separator: " "))
        }
        self.headings = headings
        let body = cells[first...]
        func isWords(_ column: Int) -> Bool {
            let (numbers, words) = body.reduce(into: (0, 0)) { count, row in
                switch row[column] {
                case .number: count.0 += 1
                case .words: count.1 += 1
                default: break
                }
            }
            return words > 0 && words > numbers
        }
        // Years and codes can be labels; the first column always is one.
        if readings.width > 2, isWords(0), isWords(1), headings[1].isEmpty || !HeadingWords(headings[1]).isOfFigures {
            (sectionColumn, labelColumn) = (0, 1)
        } else {
            (sectionColumn, labelColumn) = (nil, 0)
        }
    }

    /// Whether the row says the headings again.
    func isHeading(_ row: [String]) -> Bool { headingRows.contains(row) }
}

extension HeadingWords {
    /// Whether a column under the heading has figures, even where reasons stand in place of them.
    var isOfFigures: Bool {
        switch kind {
        case .value: false
        default: true
        }
    }
}
