import Core

/// The unit to which figures were rounded.
enum Grain {
    /// Returns how many small differences count as evidence of rounding. Where figures look exact, two may be typing
    /// errors, so three are needed.
    static func minDifferences(_ grain: Double) -> Int { grain > 1 ? 2 : 3 }

    /// Returns the largest of 5, 10, 100 and 1,000 that divides all whole figures. Returns 1 where figures are exact,
    /// or where fewer than six figures are other than zero.
    static func of(_ readings: Readings, rows: [Int], columns: [Int]) -> Double {
        var numbers: [Int] = []
        for row in rows {
            for column in columns {
                guard let number = readings.cells[row][column].number, number.value.denominator == 1,
                    number.value.numerator != 0
                else { continue }
                numbers.append(number.value.numerator)
                // In most tables the first few figures show that they are exact.
                if number.value.numerator % 5 != 0 { return 1 }
            }
        }
        guard numbers.count >= 6 else { return 1 }
        for grain in [1_000, 100, 10] where numbers.allSatisfy({ $0 % grain == 0 }) { return Double(grain) }
        return 5
    }
}
