/// Finds rows that follow their parts: totals.
struct TotalAfter {
    let evidence: SumEvidence
    /// Rows whose labels are those of totals.
    let totals: Set<Int>
    /// The last row of each section: where a section has a total, it stands there.
    var ends: Set<Int> = []

    /// The rows that are part of no total, in order.
    func roots(of rows: [Int], except explained: Set<Int>, _ sums: inout [TableStructure.Sum]) -> [Int] {
        var left: [Int] = []
        for row in rows {
            if !explained.contains(row), let parts = parts(of: row, among: left) {
                sums.append(TableStructure.Sum(total: row, parts: parts))
                left.removeAll(where: parts.contains)
            }
            left.append(row)
        }
        return left
    }

    /// All rows before it; else those from some row on, the most first.
    private func parts(of row: Int, among left: [Int]) -> [Int]? {
        guard left.count >= 2 else { return nil }
        let isTotal = totals.contains(row)
        let most = left.suffix(Self.mostParts)
        // Totals before it may be all that it is made of.
        let totals = left.filter(totals.contains)
        let ends = left.filter(ends.contains)
        let candidates =
            [Array(most)] + (isTotal && totals.count >= 2 ? [totals] : []) + (isTotal && ends.count >= 2 ? [ends] : [])
        for parts in candidates where evidence.isConvincing(row, evidence.parts(parts)) { return parts }
        if isTotal {
            for start in most.indices.dropLast().dropFirst()
            where evidence.isConvincing(row, evidence.parts(most[start...])) {
                return Array(most[start...])
            }
            for parts in candidates where evidence.isPlausible(row, evidence.parts(parts)) { return parts }
        }
        return nil
    }

    private static let mostParts = 60
}
