/// Finds rows that are followed by their parts.
struct ParentFirst {
    let evidence: RowEvidence

    /// The rows that are part of no other, in order.
    func roots(of slots: [Int], except explained: Set<Int>, _ sums: inout [SlotSum]) -> [Int] {
        // From the last row up; the nearest root is at the end.
        var roots: [Int] = []
        for slot in slots.reversed() {
            if let sum = sums.first(where: { $0.total == slot }) {
                // Known already: any of its parts that follow belong to it.
                roots.removeAll { sum.parts.contains($0) }
            } else if !explained.contains(slot), let (count, score) = parts(of: slot, roots) {
                sums.append(SlotSum(total: slot, parts: Array(roots.suffix(count).reversed()), score: score))
                roots.removeLast(count)
            }
            roots.append(slot)
        }
        return roots.reversed()
    }

    /// How many of the following roots are its parts.
    private func parts(of slot: Int, _ roots: [Int]) -> (count: Int, score: RowEvidence.Score)? {
        var parts = evidence.noParts
        for root in roots.reversed().prefix(Self.maxParts) {
            evidence.add(root, to: &parts)
            let score = evidence.score(slot, parts)
            if evidence.isLikely(score, parts) { return (parts.count, score) }
        }
        return nil
    }

    /// So many parts are looked at, so that the work grows with the rows and not with their square.
    private static let maxParts = 30
}
