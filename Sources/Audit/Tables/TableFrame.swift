/// Where a table's headings end, and which of its columns are labels.
struct TableFrame {
    /// For each column, its heading. A heading over several columns comes before the headings under it.
    let headings: [String]
    let firstRow: Int
    let keys: KeyColumns
    private let headingRows: [[String]]

    /// Returns nil when there is no row of figures.
    init?(readings: Readings, table: PrintedTable) {
        let cells = readings.cells
        // Rows above the headings with a single cell are titles.
        guard let top = cells.firstIndex(where: { row in row.count { $0 != .blank } >= 2 }) else { return nil }
        var rows = [top]
        var first = top + 1
        while first + 1 < cells.count, first - top < Self.maxRows, Self.isHeading(cells[first], under: cells[top]) {
            // A row with words in only one cell gives the unit of the figures.
            if Self.words(cells[first]) > 1 { rows.append(first) }
            first += 1
        }
        guard first < cells.count else { return nil }
        firstRow = first
        headingRows = rows.map { Array(table.cells[$0]) }
        headings = (0..<readings.width).map { Self.heading($0, rows, table) }
        keys = KeyColumns(headings: headings, body: cells[first...], table: table)
    }

    /// Whether the row repeats the headings.
    func isHeading(_ row: [String]) -> Bool { headingRows.contains(row) }

    /// Whether the row is a further row of headings. It has words and no numbers, and either an empty first cell or
    /// headings with gaps above it.
    private static func isHeading(_ row: [PrintedCell], under top: [PrintedCell]) -> Bool {
        let words = words(row)
        guard words > 0, !row.contains(where: { $0.number != nil }) else { return false }
        return row[0] == .blank || (words >= 2 && top.contains(.blank))
    }

    private static func words(_ row: [PrintedCell]) -> Int {
        row.count { if case .words = $0 { true } else { false } }
    }

    /// Returns the heading of a column: the headings above it, joined. In each row but the last, a heading also covers
    /// the empty cells to its right.
    private static func heading(_ column: Int, _ rows: [Int], _ table: PrintedTable) -> String {
        var parts: [String] = []
        for row in rows {
            var text = table.text(row: row, column: column)
            if text.isEmpty, row != rows.last, column > 0 {
                text =
                    (0..<column).reversed().lazy.map { table.text(row: row, column: $0) }.first { !$0.isEmpty } ?? ""
            }
            if !text.isEmpty, !parts.contains(text) { parts.append(text) }
        }
        return parts.joined(separator: " ")
    }

    private static let maxRows = 4
}
