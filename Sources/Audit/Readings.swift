/// The cells of a table, read.
struct Readings: Sendable {
    let cells: [[PrintedCell]]

    init(_ table: PrintedTable) {
        let width = table.cells.map(\.count).max() ?? 0
        cells = table.cells.map { row in
            row.map { PrintedCell($0) } + Array(repeating: .blank, count: width - row.count)
        }
    }

    var width: Int { cells.first?.count ?? 0 }

    /// The printed number, in thousand-millionths.
    func number(_ row: Int, _ column: Int) -> Int128? { cells[row][column].number?.thousandMillionths }
}
