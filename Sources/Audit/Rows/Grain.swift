import Core

/// To how many units figures were rounded.
enum Grain {
    /// So many small differences speak for rounding; two may be slips of the pen, where figures look exact.
    static func minDifferences(_ grain: Double) -> Int { grain > 1 ? 2 : 3 }

    /// The largest of 5, 10, 100 and 1,000 that all whole figures are multiples of; 1 where they are exact, or too few to
    /// tell.
    static func of(_ readings: Readings, rows: [Int], columns: [Int]) -> Double {
        var numbers: [Int] = []
        for row in rows {
            for column in columns {
                guard let number = readings.cells[row][column].number, number.value.denominator == 1,
                    number.value.numerator != 0
                else { continue }
                numbers.append(number.value.numerator)
                // The first figures decide for most tables.
                if number.value.numerator % 5 != 0 { return 1 }
            }
        }
        guard numbers.count >= 6 else { return 1 }
        for grain in [1_000, 100, 10] where numbers.allSatisfy({ $0 % grain == 0 }) { return Double(grain) }
        return 5
    }
}
