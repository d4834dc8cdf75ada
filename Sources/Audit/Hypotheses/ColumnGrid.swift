import Core

/// The figures of a table by column, as binary numbers for quick trials; what is then said of them is worked out exactly.
struct ColumnGrid {
    /// One column.
    struct Column {
        /// Its place in the table.
        let place: Int
        let values: [Double]
        /// How far the true value may be from the printed one.
        let halves: [Double]
        /// The printed values in order, to count how many fit something.
        let sorted: [Double]
        /// The last printed place.
        let unit: Double
        let isPercent: Bool
        /// Whether its figures are rounded: percentages, rates, measures. Counts are not.
        let isRounded: Bool
        let heading: HeadingWords
        let isIdentifier: Bool
        /// Rows without any number, where one could stand.
        let isBlank: [Bool]

        /// How many of the values lie within.
        func count(_ low: Double, _ high: Double) -> Int { sorted.count(from: low, to: high) }

        /// The distance from the least to the greatest value.
        var range: Double { (sorted.last ?? 0) - (sorted.first ?? 0) }
    }

    /// Rows of the table.
    let rows: [Int]
    let columns: [Column]
    /// To how many units whole figures were rounded.
    let grain: Double

    /// The columns that have numbers. Rows whose figure has another sign than most of its column are left out.
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
                // A whole number among others is a count all the same.
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
    /// Whether figures under it are quotients, rounded even where they have no decimals.
    var isOfQuotients: Bool {
        switch kind {
        case .rate, .share, .percentChange: true
        case .value, .difference, .target, .baseline, .yearToDate: false
        }
    }
}

extension [Double] {
    /// How many of the numbers, which are in order, lie within.
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
