/// Finds rows that are followed by their parts.
struct ParentFirst {
    let evidence: RowEvidence

    /// Returns the rows that are not part of another row, in order, and adds the sums found to `sums`.
    func roots(of slots: [Int], except explained: Set<Int>, _ sums: inout [SlotSum]) -> [Int] {
        // The loop goes from the last row up, so the nearest root is at the end.
        var roots: [Int] = []
        for slot in slots.reversed() {
            if let sum = sums.first(where: { $0.total == slot }) {
                // The sum is known already: its parts among the following rows are no longer roots.
                roots.removeAll { sum.parts.contains($0) }
            } else if !explained.contains(slot), let (count, score) = parts(of: slot, roots) {
                sums.append(SlotSum(total: slot, parts: Array(roots.suffix(count).reversed()), score: score))
                roots.removeLast(count)
            }
            roots.append(slot)
        }
        return roots.reversed()
    }

    /// Returns how many of the following roots are parts of the row; nil when they do not add up to it.
    private func parts(of slot: Int, _ roots: [Int]) -> (count: Int, score: RowEvidence.Score)? {
        var parts = evidence.noParts
        for root in roots.reversed().prefix(Self.maxParts) {
            evidence.add(root, to: &parts)
            let score = evidence.score(slot, parts)
            if evidence.isLikely(score, parts) { return (parts.count, score) }
        }
        return nil
    }

    /// The largest number of parts tried, so that the work grows with the number of rows and not with its square.
    private static let maxParts = 30
}
