/// The cells of a table, read.
struct Readings: Sendable {
    let cells: [[PrintedCell]]
    let width: Int
    /// The printed numbers in thousand-millionths, row by row.
    private let numbers: [Int128?]

    init(_ table: PrintedTable) {
        let width = table.cells.map(\.count).max() ?? 0
        let cells = table.cells.map { row in
            row.map { PrintedCell($0) } + Array(repeating: .blank, count: width - row.count)
        }
        numbers = cells.flatMap { row in row.map { $0.number?.thousandMillionths } }
        self.cells = cells
        self.width = width
    }

    /// The printed number, in thousand-millionths.
    func number(_ row: Int, _ column: Int) -> Int128? { numbers[row * width + column] }
}
