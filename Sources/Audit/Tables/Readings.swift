import Core

/// The interpreted cells of a table.
struct Readings: Sendable {
    let cells: [[PrintedCell]]
    let width: Int
    /// Whether the table writes its numbers with a decimal comma: `1.204,5`.
    let usesDecimalComma: Bool
    /// The printed numbers in thousand-millionths, row by row.
    private let numbers: [Int128?]

    init(_ table: PrintedTable) {
        let width = table.cells.map(\.count).max() ?? 0
        let usesDecimalComma = DecimalComma.isUsed(in: table)
        var cells = table.cells.map { row in
            row.map { PrintedCell($0, decimalComma: usesDecimalComma) }
                + Array(repeating: .blank, count: width - row.count)
        }
        for column in 0..<width { Self.lift(column, in: &cells) }
        numbers = cells.flatMap { row in row.map { $0.number?.thousandMillionths } }
        self.cells = cells
        self.width = width
        self.usesDecimalComma = usesDecimalComma
    }

    /// Returns the number printed in a cell, in thousand-millionths.
    func number(_ row: Int, _ column: Int) -> Int128? { numbers[row * width + column] }

    /// Restores the zeros at the end of decimals that spreadsheets and programs drop. This applies where the numbers of
    /// a column differ in their decimal places and none ends with a zero. Each number then has as many decimal places
    /// as the longest, but never more digits than the number with the most digits.
    private static func lift(_ column: Int, in cells: inout [[PrintedCell]]) {
        var (count, decimal, most) = (0, 0, 0)
        var lengths: Set<Int> = []
        for row in cells {
            guard let number = row[column].number else { continue }
            count += 1
            guard number.decimals > 0 else { continue }
            if !number.isCut, endsInZero(number) { return }
            decimal += 1
            lengths.insert(number.decimals)
            most = max(most, wholeDigits(number) + number.decimals)
        }
        guard let longest = lengths.max(), lengths.count > 1 || (decimal * 2 >= count && decimal < count) else {
            return
        }
        for row in cells.indices {
            guard let number = cells[row][column].number else { continue }
            cells[row][column] = .number(number.lifted(to: min(longest, most - wholeDigits(number))))
        }
    }

    private static func wholeDigits(_ number: PrintedNumber) -> Int {
        var (rest, digits) = (number.value.numerator.magnitude / number.value.denominator.magnitude, 0)
        while rest > 0 { (rest, digits) = (rest / 10, digits + 1) }
        return digits
    }

    private static func endsInZero(_ number: PrintedNumber) -> Bool {
        let places = number.decimals
        return PrintedNumber.powers[places - 1] % Int128(number.value.denominator) == 0
    }
}
