/// Finds rows that follow their parts: totals.
struct TotalAfter {
    let evidence: SumEvidence
    /// Rows whose labels are those of totals.
    let totals: Set<Int>
    /// The last row of each section: where a section has a total, it stands there.
    var ends: Set<Int> = []

    /// The rows that are part of no total, in order. What belongs to an explained total may have one of its own before
    /// that: a tree need not know every total that a table prints.
    func roots(of rows: [Int], except explained: Set<Int>, _ sums: inout [TableStructure.Sum]) -> [Int] {
        var known = Dictionary(sums.map { ($0.total, $0.parts) }, uniquingKeysWith: { first, _ in first })
        var left: [Int] = []
        // Parts of the explained totals so far.
        var owned: Set<Int> = []
        func isOwned(_ row: Int) -> Bool {
            // A total in between goes with its parts.
            owned.contains(row) || (!explained.contains(row) && known[row]?.allSatisfy(owned.contains) ?? false)
        }
        for row in rows {
            let isPart = isOwned(row)
            if explained.contains(row) {
                owned.formUnion(known[row] ?? [])
                left.removeAll(where: isOwned)
            } else if let found = parts(of: row, among: left, believingLabels: known[row] == nil) {
                sums.append(TableStructure.Sum(total: row, parts: found))
                known[row] = found
                left.removeAll(where: found.contains)
            }
            if !isPart { left.append(row) }
        }
        return left
    }

    /// All rows before it; else those from some row on, the most first. A label is believed of a row that is no sum yet.
    private func parts(of row: Int, among left: [Int], believingLabels: Bool) -> [Int]? {
        guard left.count >= 2 else { return nil }
        let isTotal = totals.contains(row)
        let most = left.suffix(Self.maxParts)
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
            for parts in candidates where believingLabels && evidence.isPlausible(row, evidence.parts(parts)) {
                return parts
            }
        }
        return nil
    }

    private static let maxParts = 60
}
