/// The evidence that columns add up to other columns.
struct ColumnSumEvidence {
    let readings: Readings
    let rows: [Int]

    /// Returns the last column that is the sum of all the others in most rows, if there is one.
    func sums(of columns: [Int]) -> [TableStructure.Sum] {
        guard columns.count >= 3 else { return [] }
        for total in columns.reversed() {
            let parts = columns.filter { $0 != total }
            let (holding, usable) = agreement(total, parts)
            if usable >= 2, holding * 2 > usable { return [TableStructure.Sum(total: total, parts: parts)] }
        }
        return []
    }

    /// Returns in how many rows the total is the sum of the parts, and how many rows can be checked.
    func agreement(_ total: Int, _ parts: [Int]) -> (holding: Int, usable: Int) {
        var (holding, usable) = (0, 0)
        for row in rows {
            guard let sum = readings.number(row, total), sum != 0 else { continue }
            let numbers = parts.compactMap { readings.number(row, $0) }
            guard numbers.count == parts.count else { continue }
            usable += 1
            if numbers.reduce(0, +) == sum { holding += 1 }
        }
        return (holding, usable)
    }

    /// Returns in how many rows the total is the sum of at least two parts that are not zero.
    func telling(_ total: Int, _ parts: [Int]) -> Int {
        rows.count { row in
            guard let sum = readings.number(row, total) else { return false }
            let numbers = parts.compactMap { readings.number(row, $0) }
            return numbers.count == parts.count && numbers.count { $0 != 0 } >= 2 && numbers.reduce(0, +) == sum
        }
    }

    /// Returns in how many rows the total differs from the sum by what looks like a typing error.
    func slips(_ total: Int, _ parts: [Int]) -> Int {
        rows.count { row in
            guard let sum = readings.number(row, total), sum != 0 else { return false }
            let numbers = parts.compactMap { readings.number(row, $0) }
            let found = numbers.reduce(0, +)
            guard numbers.count == parts.count, found != sum else { return false }
            let one = Double(Bounds.one)
            return Slip.isLikely(Double(sum) / one, for: Double(found) / one, unit: 1)
        }
    }
}
