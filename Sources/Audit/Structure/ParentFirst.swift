/// Finds rows that are followed by their parts.
struct ParentFirst {
    let evidence: SumEvidence

    /// The rows that are part of no other, in order.
    func roots(of rows: [Int], except explained: Set<Int>, _ sums: inout [TableStructure.Sum]) -> [Int] {
        // From the last row up; the nearest root is at the end.
        var roots: [Int] = []
        for row in rows.reversed() {
            if let sum = sums.first(where: { $0.total == row }) {
                // Known already: any of its parts that follow belong to it.
                roots.removeAll { sum.parts.contains($0) }
            } else if !explained.contains(row), let count = count(of: row, roots) {
                let parts = Array(roots.suffix(count).reversed())
                sums.append(TableStructure.Sum(total: row, parts: parts))
                roots.removeLast(count)
            }
            roots.append(row)
        }
        return roots.reversed()
    }

    /// How many of the following roots are its parts.
    private func count(of row: Int, _ roots: [Int]) -> Int? {
        var parts = evidence.noParts
        for root in roots.reversed().prefix(Self.maxParts) {
            evidence.add(root, to: &parts)
            if evidence.isConvincing(row, parts) { return parts.count }
        }
        return nil
    }

    /// So many parts are looked at, so that the work grows with the rows and not with their square.
    private static let maxParts = 30
}
