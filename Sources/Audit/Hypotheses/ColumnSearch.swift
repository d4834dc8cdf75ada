/// Finds the relations between the columns of a table. It tries every form, and accepts a form that holds in far more
/// rows than chance would explain, given errors and the number of trials.
struct ColumnSearch {
    let grid: ColumnGrid
    /// The rows on which each form is tried first.
    private let probes: [Int]

    init(grid: ColumnGrid) {
        self.grid = grid
        let rows = grid.rows.indices
        guard rows.count > Self.maxProbes else {
            probes = Array(rows)
            return
        }
        // The rows with the most figures that are not zero, spread over the table.
        let step = Double(rows.count) / Double(Self.maxProbes)
        probes = (0..<Self.maxProbes).compactMap { index in
            let (first, last) = (Int(Double(index) * step), Int(Double(index + 1) * step))
            return (first..<max(first + 1, last)).max { a, b in
                let (x, y) = (grid.activity(of: a), grid.activity(of: b))
                return x == y ? a > b : x < y
            }
        }
    }

    /// Returns the accepted relations, the best first.
    func hypotheses() -> [ColumnHypothesis] {
        guard grid.columns.count >= 3, grid.columns.count <= Self.maxColumns, grid.rows.count >= 2 else { return [] }
        let simple = ratios() + pairs()
        var first = HypothesisContest(grid: grid)
        first.enter(simple)
        var contest = HypothesisContest(grid: grid)
        contest.enter(simple + SumSearch(grid: grid, probes: probes, taken: first.results).sums())
        return contest.winners
    }

    /// Whether the form holds in enough of the probes to be tried on every row.
    static func passes(
        _ form: ColumnForm, _ probes: [Int], _ grid: ColumnGrid, slack: Double = 0, blanksAreZero: Bool = false
    ) -> Bool {
        var (holding, failing) = (0, 0)
        let allowed = probes.count * 2 / 5
        for row in probes {
            switch grid.verdict(form, row: row, slack: slack, blanksAreZero: blanksAreZero) {
            case .unusable: continue
            case .holds: holding += 1
            case .fails:
                failing += 1
                if failing > allowed { return false }
            }
        }
        return holding > 0 && holding >= failing
    }

    // MARK: Sums of two, and differences

    private func pairs() -> [ColumnHypothesis] {
        let columns = grid.columns.indices.filter { !grid.columns[$0].isIdentifier }
        let trials = Double(columns.count * columns.count * columns.count) / 2
        var found: [ColumnHypothesis] = []
        for total in columns {
            for (place, first) in columns.enumerated() where first != total {
                for second in columns[(place + 1)...] where second != total && isOfOneKind(total, first, second) {
                    let form = ColumnForm.sum(total: total, parts: [first, second])
                    for slack in Set([0, grid.slack(of: 2, total)]).sorted()
                    where Self.passes(form, probes, grid, slack: slack) {
                        let tried = grid.tried(form, slack: slack)
                        if slack > 0, !grid.isRounding(tried) { continue }
                        found.append(grid.weighed(tried, trials: trials, prior: prior(form)))
                    }
                }
            }
        }
        return found
    }

    /// Whether the columns can form a sum: percentages and numbers do not add up, except for a change of percentages in
    /// points.
    private func isOfOneKind(_ a: Int, _ b: Int, _ c: Int) -> Bool {
        let kinds = [a, b, c].map { grid.columns[$0].isPercent }
        if kinds.allSatisfy({ $0 == kinds[0] }) { return true }
        return kinds.count { $0 } == 2
            && [a, b, c].allSatisfy { grid.columns[$0].isPercent || grid.columns[$0].heading.isChange }
    }

    private func prior(_ form: ColumnForm) -> Double {
        guard case .sum(let total, let parts) = form else { return 0 }
        if parts.contains(where: { grid.columns[$0].heading.isChange }) || grid.columns[total].heading.isChange {
            return 8
        }
        return SumSearch.prior(total: total, parts, grid)
    }

    // MARK: Quotients

    private func ratios() -> [ColumnHypothesis] {
        let columns = grid.columns.indices.filter { !grid.columns[$0].isIdentifier }
        let trials = Double(columns.count * columns.count * columns.count) * Double(Self.factors.count + 2)
        var found: [ColumnHypothesis] = []
        for result in columns where grid.columns[result].range > 0 && grid.columns[result].isRounded {
            for part in columns where part != result && !grid.columns[part].isPercent {
                for base in columns where base != result && base != part && !grid.columns[base].isPercent {
                    for form in forms(result, part, base) where Self.passes(form, probes, grid) {
                        let prior = prior(of: result)
                        // Where the heading says that the column is a quotient, only its part and base are searched
                        // for.
                        let trials = prior >= 8 ? Double(columns.count * columns.count) : trials
                        found.append(grid.weighed(grid.tried(form), trials: trials, prior: prior))
                    }
                }
            }
        }
        return found
    }

    private func prior(of result: Int) -> Double {
        switch grid.columns[result].heading.kind {
        case .percentChange, .share, .rate: 8
        case .difference: grid.columns[result].isPercent ? 8 : 0
        default: grid.columns[result].isPercent ? 4 : 0
        }
    }

    /// Returns the quotients that fit the first two rows with figures other than zero.
    private func forms(_ result: Int, _ part: Int, _ base: Int) -> [ColumnForm] {
        var forms: [ColumnForm] = []
        var tried = 0
        for row in probes where tried < 2 {
            let (r, a, b) = (
                grid.columns[result].values[row], grid.columns[part].values[row], grid.columns[base].values[row]
            )
            guard !r.isNaN, !a.isNaN, !b.isNaN, r != 0, a != 0, b != 0 else { continue }
            tried += 1
            for factor in Self.factors {
                let f = Double(factor)
                let half = grid.columns[result].halves[row] * 1.5 + 0.02 * abs(r)
                for isChange in factor <= 100 ? [false, true] : [false] {
                    guard abs(f * a / b - (isChange ? f : 0) - r) <= half else { continue }
                    let form = ColumnForm.ratio(
                        result: result, part: part, base: base, factor: factor, isChange: isChange)
                    if !forms.contains(form) { forms.append(form) }
                }
            }
        }
        return forms
    }

    private static let factors = [1, 100, 1_000, 10_000, 100_000, 1_000_000]
    private static let maxProbes = 12
    /// The search skips wider tables, which are lists of unrelated figures.
    private static let maxColumns = 60
}

extension ColumnGrid {
    /// Returns how many columns have a figure other than zero in the row.
    func activity(of row: Int) -> Int { columns.count { !$0.values[row].isNaN && $0.values[row] != 0 } }

    /// Returns how far a sum of this many parts may differ when all figures were rounded before they were added.
    func slack(of parts: Int, _ total: Int) -> Double {
        columns[total].unit == 1 ? grain * Double(parts + 1) / 2 : 0
    }

    /// Whether the differences within the slack look like rounding: several small ones, and few others.
    func isRounding(_ hypothesis: ColumnHypothesis) -> Bool {
        guard case .sum(let total, let parts) = hypothesis.form else { return false }
        let small = hypothesis.holding.count { row in
            let sum = parts.reduce(0.0) { $0 + (columns[$1].values[row].isNaN ? 0 : columns[$1].values[row]) }
            let tolerance = ([total] + parts).reduce(0.0) { $0 + columns[$1].halves[row] }
            return abs(columns[total].values[row] - sum) > tolerance + Self.noise * max(1, abs(sum))
        }
        let sizes = hypothesis.holding.map { abs(columns[total].values[$0]) }.sorted()
        // Small counts are not rounded.
        guard let middle = sizes.dropFirst(sizes.count / 2).first, middle >= 20 * hypothesis.slack else { return false }
        return small >= Grain.minDifferences(grain) && hypothesis.failing.count * 5 <= hypothesis.usable
    }
}

extension HeadingWords {
    /// Whether the column shows a change.
    var isChange: Bool {
        switch kind {
        case .difference, .percentChange: true
        default: false
        }
    }
}
