/// Finds totals that come after their parts.
struct TotalAfter {
    let evidence: RowEvidence
    /// Rows with the label of a total.
    let totals: Set<Int>
    /// The last row of each section, which is the section's total if it has one.
    var ends: Set<Int> = []

    /// Returns the rows that are not part of a total, in order, and adds the sums found to `sums`. The parts of an
    /// explained total may have their own subtotals: a tree need not have every total that a table prints.
    func roots(of slots: [Int], among all: [Int], except explained: Set<Int>, _ sums: inout [SlotSum]) -> [Int] {
        var known = Dictionary(sums.map { ($0.total, $0.parts) }, uniquingKeysWith: { first, _ in first })
        var left: [Int] = []
        // The parts of the explained totals so far.
        var owned: Set<Int> = []
        func isOwned(_ slot: Int) -> Bool {
            // A subtotal belongs to an explained total when all its parts do.
            owned.contains(slot) || (!explained.contains(slot) && known[slot]?.allSatisfy(owned.contains) ?? false)
        }
        for slot in slots {
            let isPart = isOwned(slot)
            if explained.contains(slot) {
                owned.formUnion(known[slot] ?? [])
                left.removeAll(where: isOwned)
            } else if let found = sum(slot, left, all, sums, believingLabels: known[slot] == nil) {
                // An earlier sum was chance if its total and one of its parts are both parts of the new sum.
                let parts = Set(found.sum.parts)
                sums.removeAll { !$0.isKnown && parts.contains($0.total) && !parts.isDisjoint(with: $0.parts) }
                sums += found.nested
                sums.append(found.sum)
                known[slot] = found.sum.parts
                let within = Set(found.nested.flatMap(\.parts))
                left.removeAll { parts.contains($0) || within.contains($0) }
            }
            if !isPart { left.append(slot) }
        }
        return left
    }

    private typealias Found = (sum: SlotSum, nested: [SlotSum])

    /// Returns the best sum for the row: the sum of all rows before it, or of only the last of them. The label counts
    /// as evidence only if the row is not a sum already.
    private func sum(
        _ slot: Int, _ left: [Int], _ all: [Int], _ sums: [SlotSum], believingLabels: Bool
    ) -> Found? {
        guard left.count >= 2 else { return nil }
        let isTotal = totals.contains(slot)
        let most = Array(left.suffix(Self.maxParts))
        // The parts can also be only the totals before the row.
        let ofTotals = left.filter(totals.contains)
        let ofEnds = left.filter(ends.contains)
        var candidates = [isTotal ? left : most]
        if isTotal, ofTotals.count >= 2 { candidates.append(ofTotals) }
        if isTotal, ofEnds.count >= 2 { candidates.append(ofEnds) }
        // Every row since the last total, as if no row had parts.
        let plain = isTotal && ends.isEmpty ? plain(before: slot, all, sums) : []
        if plain.count > left.count { candidates.append(plain) }
        var best: SlotSum?
        for parts in candidates { better(&best, slot, parts) }
        // The last two rows, the last three and so on, in one pass.
        var running = evidence.noParts
        for (count, part) in most.reversed().enumerated() {
            evidence.add(part, to: &running)
            guard count >= 1, count + 1 < most.count else { continue }
            better(&best, slot, { Array(most.suffix(count + 1)) }, running, mustBeFirm: !isTotal)
        }
        if let best, best.score.failing == 0 || !isTotal { return (best, []) }
        if isTotal, let nested = withoutParts(slot, left, better: best?.score) { return nested }
        if let best { return (best, []) }
        guard believingLabels, evidence.table.slots[slot].prior > 0 else { return nil }
        // The rows after the last sum; all rows only when the label clearly names a total.
        let known = Set(sums.map(\.total))
        let since = left.lastIndex(where: known.contains).map { Array(left[($0 + 1)...]) } ?? []
        return ((isTotal ? candidates : []) + [since]).lazy.compactMap { labelled(slot, $0) }.first.map { ($0, []) }
    }

    private func better(_ best: inout SlotSum?, _ slot: Int, _ parts: [Int]) {
        better(&best, slot, { parts }, evidence.parts(parts), mustBeFirm: false)
    }

    private func better(
        _ best: inout SlotSum?, _ slot: Int, _ list: () -> [Int], _ parts: RowEvidence.Parts, mustBeFirm: Bool
    ) {
        let score = evidence.score(slot, parts)
        guard evidence.isLikely(score, parts) || score.isFirm, !mustBeFirm || score.isFirm, score.holding > 0 else {
            return
        }
        if let best, best.score.net >= score.net { return }
        best = SlotSum(total: slot, parts: list(), score: score)
    }

    /// Returns the rows since the last labelled total, without the parts of firm sums.
    private func plain(before slot: Int, _ all: [Int], _ sums: [SlotSum]) -> [Int] {
        let sure = Set(sums.filter(\.isFirm).flatMap(\.parts))
        let before = all.prefix { $0 != slot }
        let start = before.lastIndex { totals.contains($0) && $0 != before.first }.map { $0 + 1 } ?? before.startIndex
        return before[start...].filter { !sure.contains($0) }
    }

    /// Returns a sum that only the label supports. Typing errors must explain most lanes. Where the sum holds in some
    /// lanes, they need only explain the lanes in which it fails.
    private func labelled(_ slot: Int, _ parts: [Int]) -> SlotSum? {
        guard parts.count >= 2, !TotalWords.isOfMore(evidence.table.slots[slot].label) else { return nil }
        let score = evidence.score(slot, evidence.parts(parts))
        let slips = evidence.slips(slot, parts)
        guard score.usable > 0, slips * 2 > score.usable || (score.holding > 0 && slips == score.failing) else {
            return nil
        }
        return SlotSum(total: slot, parts: parts, isSupported: true, score: score)
    }

    // MARK: Parts of parts

    /// Returns the sum of the rows that are left when parts of other rows are removed. The nested sums need to hold in
    /// only a few lanes.
    private func withoutParts(_ slot: Int, _ left: [Int], better known: RowEvidence.Score?) -> Found? {
        var rows = left
        var nested: [SlotSum] = []
        var score = known ?? evidence.score(slot, evidence.parts(rows))
        for candidate in parents(among: left) {
            guard rows.contains(candidate.total), candidate.parts.allSatisfy(rows.contains) else { continue }
            let rest = rows.filter { !candidate.parts.contains($0) }
            let found = evidence.score(slot, evidence.parts(rest))
            guard rest.count >= 2, found.holding > score.holding || (known == nil && found.net > score.net) else {
                continue
            }
            (rows, score) = (rest, found)
            nested.append(candidate)
        }
        guard !nested.isEmpty, score.isFirm else { return nil }
        for index in nested.indices { nested[index].isSupported = true }
        return (SlotSum(total: slot, parts: rows, score: score), nested)
    }

    /// Returns rows that are the sum of the rows after them in some lane, the likeliest first.
    private func parents(among left: [Int]) -> [SlotSum] {
        var found: [SlotSum] = []
        for (place, slot) in left.enumerated() {
            var parts = evidence.noParts
            for (count, part) in left[(place + 1)...].prefix(Self.maxParts).enumerated() {
                evidence.add(part, to: &parts)
                guard count >= 1 else { continue }
                let score = evidence.score(slot, parts)
                guard score.holding > 0, score.bits > 0 else { continue }
                found.append(SlotSum(total: slot, parts: Array(left[(place + 1)...(place + 1 + count)]), score: score))
            }
        }
        return found.enumerated().sorted { a, b in
            a.element.score.net == b.element.score.net ? a.offset < b.offset : a.element.score.net > b.element.score.net
        }.prefix(Self.maxParents).map(\.element)
    }

    private static let maxParts = 60
    private static let maxParents = 200
}
