import Core

/// Finds columns of percentages that add up to 100, such as the answers to a question.
struct WholeSearch {
    let readings: Readings
    let structure: TableStructure

    var wholes: [TableStructure.Whole] {
        guard Set(structure.rows.map(\.section)).count == 1 else { return [] }
        let totals = Set(structure.rowSums.map(\.total))
        let rows = structure.rows.filter { !totals.contains($0.row) && !TotalWords.isTotal($0.label) }.map(\.row)
        guard (3...60).contains(rows.count) else { return [] }
        let columns = structure.columns.indices.compactMap { column($0, rows) }
        let holding = columns.filter(\.holds)
        guard holding.count >= 2, holding.count * 4 >= columns.count * 3, holding.reduce(0, { $0 + $1.bits }) >= 12
        else {
            return []
        }
        return columns.map { TableStructure.Whole(column: $0.place, rows: rows) }
    }

    private struct Column {
        let place: Int
        let holds: Bool
        let bits: Double
    }

    /// Returns the column if it has percentages, otherwise nil.
    private func column(_ place: Int, _ rows: [Int]) -> Column? {
        switch structure.columns[place].role {
        case .value, .share, .quotient: break
        case .section, .label, .unrelated, .difference, .percentChange, .rate: return nil
        }
        let numbers = rows.compactMap { readings.cells[$0][place].number }
        guard numbers.count == rows.count, let unit = numbers.map(\.decimals).max(),
            unit > 0 || numbers.contains(where: { $0.sign == .percent }),
            numbers.allSatisfy({ $0.value >= .init(0) && $0.value <= .init(100) })
        else { return nil }
        let halves = numbers.reduce(Int128(0)) { $0 + (($1.roundedBounds.upper ?? 0) - $1.thousandMillionths) }
        let sum = numbers.reduce(Int128(0)) { $0 + $1.thousandMillionths }
        let distance = abs(sum - 100 * Bounds.one)
        return Column(
            place: place, holds: distance <= halves,
            bits: Chance.bits(max(1, 50 * Double(Bounds.one) / Double(max(1, halves)))))
    }
}
