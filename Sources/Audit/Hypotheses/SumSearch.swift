/// Finds columns that are the sum of neighbouring columns, and sums of such sums.
struct SumSearch {
    let grid: ColumnGrid
    let probes: [Int]
    /// Columns that quotients or changes explain. They cannot be parts of a sum.
    let taken: Set<Int>

    func sums() -> [ColumnHypothesis] {
        var roots = grid.columns.indices.filter { place in
            let column = grid.columns[place]
            return !taken.contains(place) && !column.isIdentifier && !column.heading.isChange
                && !(column.isRounded && column.heading.isOfQuotients)
        }
        guard roots.count >= 3 else { return [] }
        let trials = Double(roots.count * roots.count) / 2
        var found: [ColumnHypothesis] = []
        // A column is part of one sum at most. The columns that are left may add up in turn.
        let totals = roots
        while roots.count >= 2, let best = best(totals, among: roots, trials, except: found) {
            found.append(best)
            guard case .sum(_, let parts) = best.form else { break }
            roots.removeAll(where: parts.contains)
        }
        return found
    }

    private func best(
        _ totals: [Int], among roots: [Int], _ trials: Double, except known: [ColumnHypothesis]
    ) -> ColumnHypothesis? {
        // The sum with the fewest parts first: a sum of sums has fewer parts than the sum of all their parts.
        var best: ColumnHypothesis?
        for total in totals where !known.contains(where: { $0.form.result == total }) {
            var own: ColumnHypothesis?
            for start in roots.indices where roots[start] != total {
                var parts: [Int] = []
                for part in roots[start...] {
                    if part == total || grid.columns[part].isPercent != grid.columns[total].isPercent { break }
                    parts.append(part)
                    guard parts.count >= 2, let found = tried(total, parts, trials) else {
                        continue
                    }
                    if own.map({ Self.isBetter(found, than: $0) }) ?? true { own = found }
                }
            }
            guard let own else { continue }
            if best.map({ Self.count($0) > Self.count(own) }) ?? true { best = own }
        }
        return best
    }

    /// Whether the first of two sums of one total is the likelier: fewer exceptions, then fewer parts, then more
    /// evidence.
    private static func isBetter(_ a: ColumnHypothesis, than b: ColumnHypothesis) -> Bool {
        (exceptions(a), count(a), -a.net) < (exceptions(b), count(b), -b.net)
    }

    private static func exceptions(_ hypothesis: ColumnHypothesis) -> Int {
        hypothesis.failing.count + hypothesis.beyond.count
    }

    private static func count(_ hypothesis: ColumnHypothesis) -> Int { hypothesis.form.members.count }

    private func tried(_ total: Int, _ parts: [Int], _ trials: Double) -> ColumnHypothesis? {
        let form = ColumnForm.sum(total: total, parts: parts)
        var best: ColumnHypothesis?
        for blanksAreZero in grid.hasBlanks(form) ? [false, true] : [false] {
            for slack in Set([0, grid.slack(of: parts.count, total)]).sorted()
            where ColumnSearch.passes(form, probes, grid, slack: slack, blanksAreZero: blanksAreZero) {
                let tried = grid.tried(form, slack: slack, blanksAreZero: blanksAreZero)
                if slack > 0, !grid.isRounding(tried) { continue }
                // For a column with the heading of a total, only the parts are searched for.
                let totals = grid.columns[total].heading.isTotal ? 1 : Double(grid.columns.count)
                var found = grid.weighed(tried, trials: trials * totals, prior: Self.prior(total: total, parts, grid))
                // Where two sums have equal evidence, the shorter is preferred.
                found.net -= 2 * Double(parts.count)
                if found.isConvincing, best.map({ $0.net < found.net }) ?? true { best = found }
            }
        }
        return best
    }

    /// Returns the evidence of the headings, in bits. It is positive where the total's heading says that it is a total,
    /// and negative where a heading is for figures that cannot be added.
    static func prior(total: Int, _ parts: [Int], _ grid: ColumnGrid) -> Double {
        if ([total] + parts).contains(where: { !grid.columns[$0].heading.isAdditive }) { return -8 }
        return grid.columns[total].heading.isTotal ? 8 : 0
    }
}

extension ColumnGrid {
    func hasBlanks(_ form: ColumnForm) -> Bool {
        guard case .sum(let total, let parts) = form else { return false }
        return parts.contains { part in
            rows.indices.contains { columns[part].isBlank[$0] && !columns[total].values[$0].isNaN }
        }
    }
}
