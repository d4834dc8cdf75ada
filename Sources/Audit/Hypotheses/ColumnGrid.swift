import Core

/// The figures of a table by column, as binary floating-point numbers for quick trials. Findings are later calculated
/// exactly.
struct ColumnGrid {
    /// One column.
    struct Column {
        /// The column's position in the table.
        let place: Int
        let values: [Double]
        /// For each row, how far the true value may be from the printed one.
        let halves: [Double]
        /// The printed values in ascending order, to count how many lie in a range.
        let sorted: [Double]
        /// The value of one unit in the last printed decimal place.
        let unit: Double
        let isPercent: Bool
        /// Whether the column's figures are rounded, as percentages, rates and measures are. Counts are not.
        let isRounded: Bool
        let heading: HeadingWords
        let isIdentifier: Bool
        /// For each row, whether the cell is blank where a number could stand.
        let isBlank: [Bool]

        /// Returns how many of the values lie in the range.
        func count(_ low: Double, _ high: Double) -> Int { sorted.count(from: low, to: high) }

        /// The difference between the greatest and the smallest value.
        var range: Double { (sorted.last ?? 0) - (sorted.first ?? 0) }
    }

    /// The table's rows that the grid covers.
    let rows: [Int]
    let columns: [Column]
    /// The unit to which whole figures were rounded, such as 5 or 10.
    let grain: Double

    /// Reads the columns that have numbers. A figure is left out where it is a percentage and most of its column is
    /// not, or the reverse.
    init(readings: Readings, rows: [Int], headings: [String], places: [Int], identifiers: Set<Int>, grain: Double) {
        self.rows = rows
        self.grain = grain
        columns = places.compactMap { place in
            let cells = rows.map { readings.cells[$0][place] }
            let numbers = cells.compactMap(\.number)
            guard !numbers.isEmpty else { return nil }
            let isPercent = numbers.count { $0.sign == .percent } * 2 > numbers.count
            let heading = HeadingWords(headings[place])
            let isQuotient = isPercent || heading.isOfQuotients
            let isRounded = isQuotient || numbers.contains { $0.decimals > 0 }
            var (values, halves) = ([Double](), [Double]())
            values.reserveCapacity(cells.count)
            halves.reserveCapacity(cells.count)
            var unit = 1.0
            for cell in cells {
                guard let number = cell.number, (number.sign == .percent) == isPercent else {
                    values.append(.nan)
                    halves.append(0)
                    continue
                }
                let last = 1 / Double(PrintedNumber.powers[number.decimals])
                unit = min(unit, last)
                values.append(number.value.double)
                // A whole number among decimals is treated as an exact count.
                halves.append(isQuotient || number.decimals > 0 ? last / 2 : 0)
            }
            let sorted = values.filter { !$0.isNaN }.sorted()
            guard !sorted.isEmpty else { return nil }
            return Column(
                place: place, values: values, halves: halves, sorted: sorted, unit: unit, isPercent: isPercent,
                isRounded: isRounded, heading: heading, isIdentifier: identifiers.contains(place),
                isBlank: cells.map(\.isEmpty))
        }
    }
}

extension HeadingWords {
    /// Whether figures under the heading are quotients, which are rounded even where they have no decimals.
    var isOfQuotients: Bool {
        switch kind {
        case .rate, .share, .percentChange: true
        case .value, .difference, .target, .baseline, .yearToDate: false
        }
    }
}

extension [Double] {
    /// Returns how many numbers lie in the range. The array must be in ascending order.
    func count(from low: Double, to high: Double) -> Int {
        Swift.max(0, place(of: high, after: true) - place(of: low, after: false))
    }

    private func place(of value: Double, after: Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value || (after && self[middle] == value) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
