extension DisclosureProblem {
    /// Returns the counts to withhold: protected counts, and just enough others to make them safe. The same problem
    /// always has the same solution.
    ///
    /// For each count that is recovered, two linear programs find the cheapest other counts to withhold. One program
    /// gives the recovered count the smallest value of its policy's range, the other the largest; the published counts
    /// that then change are withheld (after Kelly, Golden and Assad 1992). Then every count that is not needed is
    /// published after all, the most costly first. The other counts that stay withheld cannot be recovered either,
    /// because publishing any of them would reveal a protected count.
    public func withheld() throws(DisclosureFailure) -> Set<Int> {
        let primary = primary
        var withheld = primary
        for count in primary.sorted() where try isRecovered(count, withheld) { try protect(count, &withheld) }
        let given = try givenAway(primary)
        withheld = try exchanged(thinned(withheld, given), given)
        // Fewer whole numbers may be possible than the bounds for fractions suggest.
        while let count = try recovered(withheld: withheld).first {
            let before = withheld.count
            try protect(count, &withheld)
            if withheld.count == before { widen(count, &withheld) }
            guard withheld.count > before else { throw .cannotProtect(counts[count].name) }
        }
        return withheld
    }

    /// Returns the counts without those that are not needed. The most costly are tried first.
    func thinned(_ all: Set<Int>, _ given: Set<Int>) throws(DisclosureFailure) -> Set<Int> {
        var withheld = all
        for count in withheld.subtracting(primary).sorted(by: isDearer) {
            let fewer = withheld.subtracting([count])
            if try isSafe(fewer, given) { withheld = fewer }
        }
        return withheld
    }

    /// Whether the counts that must not be published are safe by their bounds when only the given counts are withheld.
    /// Counts that earlier publications reveal (`given`) are not checked.
    func isSafe(_ withheld: Set<Int>, _ given: Set<Int>) throws(DisclosureFailure) -> Bool {
        var bounds = try CountBounds(self, withheld: withheld)
        for count in primary.subtracting(given).sorted() {
            guard try bounds.possible(count, atLeast: leastPossible(count)) else { return false }
        }
        return true
    }

    /// Withholds the cheapest count that shares a part with the given one or, failing that, with any withheld count.
    /// The more counts are withheld, the less readers can conclude.
    private func widen(_ count: Int, _ withheld: inout Set<Int>) {
        let open = counts.indices.filter { !withheld.contains($0) && !counts[$0].isPublic }
        let own = Set(counts[count].parts)
        let others = Set(withheld.flatMap { counts[$0].parts })
        for parts in [own, others] {
            let near = open.filter { !parts.isDisjoint(with: counts[$0].parts) }
            if let cheapest = near.min(by: { (counts[$0].weight, $0) < (counts[$1].weight, $1) }) {
                withheld.insert(cheapest)
                return
            }
        }
    }

    private func isDearer(_ one: Int, _ other: Int) -> Bool {
        (counts[other].weight, other) < (counts[one].weight, one)
    }

    private func isRecovered(_ count: Int, _ withheld: Set<Int>) throws(DisclosureFailure) -> Bool {
        try !recovered(among: [count], withheld: withheld).isEmpty
    }

    /// Withholds the counts that make this count safe, or none when earlier publications reveal it.
    private func protect(_ count: Int, _ withheld: inout Set<Int>) throws(DisclosureFailure) {
        let (value, least) = (value(count), leastPossible(count))
        // The ranges to try have as many values as must be possible. The policy's own range comes first.
        let starts = [1, 0] + (max(0, value - least + 1)...value).filter { $0 > 1 }
        for start in starts where (start...start + least - 1).contains(value) {
            let ends = [start, start + least - 1].filter { $0 != value }
            var found: Set<Int> = []
            var isPossible = true
            for end in ends {
                guard let needed = try cheapest(count, at: end, withheld.union(found)) else {
                    isPossible = false
                    break
                }
                found.formUnion(needed)
            }
            if isPossible {
                withheld.formUnion(found)
                return
            }
        }
    }

    /// Returns the published counts that change in the cheapest solution where the count has this value; nil when there
    /// is no such solution.
    private func cheapest(_ count: Int, at value: Int, _ withheld: Set<Int>) throws(DisclosureFailure) -> Set<Int>? {
        var equations: [(terms: [(column: Int, factor: Int)], value: Int)] = []
        var costs: [(column: Int, factor: Int)] = []
        var slack: [(count: Int, column: Int)] = []
        var columns = parts
        for (index, other) in counts.enumerated() where !withheld.contains(index) {
            var terms = other.parts.map { (column: $0, factor: 1) }
            if !other.isPublic {
                terms += [(columns, 1), (columns + 1, -1)]
                costs += [(columns, -other.weight), (columns + 1, -other.weight)]
                slack.append((index, columns))
                columns += 2
            }
            equations.append((terms, self.value(index)))
        }
        for limit in limits {
            equations.append(
                CountLimit.equation(limit.terms.map { ($0.part, $0.factor) }, gap: columns, value: 0))
            columns += 1
        }
        equations.append((counts[count].parts.map { ($0, 1) }, value))
        do throws(DisclosureFailure) {
            var system = try ExactSimplex(columns: columns, equations: equations)
            guard case .value = try system.maximum(costs) else { return nil }
            return Set(slack.filter { system.isPositive($0.column) || system.isPositive($0.column + 1) }.map(\.count))
        } catch {
            if error == .contradictoryCounts { return nil }
            throw error
        }
    }
}
