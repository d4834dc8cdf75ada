extension DisclosureProblem {
    /// Returns the counts to withhold where exact reasoning takes too long. The moves that make the counts safe also
    /// make most sums safe. The other sums become counts in a second run, and everything that either run withholds is
    /// withheld: a move stays valid when more is withheld.
    func roughlyWithheld(besides secrets: [Secret]) throws(DisclosureFailure) -> Set<Int> {
        guard !isTooLarge else { return withholdable }
        guard let truth else { throw .numbersTooLarge }
        var first = CountMoves(self, truth: truth)
        let withheld = first.withheld()
        let open = first.unproven(secrets, withheld: withheld)
        let rests = smallRests(withheld: withheld)
        guard !open.isEmpty || !rests.isEmpty else { return withheld }
        let problem = adding(open.map { secrets[$0] } + rests.map { secret(of: $0) })
        var second = CountMoves(problem, truth: truth)
        return withoutSmallRests(withheld.union(second.withheld().filter { $0 < counts.count }))
    }

    /// Returns the counts, and the names of the sums, that a reader may be able to recover when only these counts are
    /// withheld. The proofs are those found when the counts to withhold were chosen.
    func roughlyRecovered(
        withheld: Set<Int>, besides secrets: [Secret]
    ) throws(DisclosureFailure) -> (counts: [Int], secrets: [String]) {
        if isTooLarge {
            // Only earlier publications are shown, so this release reveals nothing.
            guard withheld.isSuperset(of: withholdable) else { throw .numbersTooLarge }
            return ([], [])
        }
        guard let truth else { throw .numbersTooLarge }
        var first = CountMoves(self, truth: truth)
        let chosen = first.withheld()
        let open = first.unproven(secrets, withheld: chosen)
        let isOpen = Set(open)
        let rests = smallRests(withheld: chosen)
        let others = first.unproven(secrets, withheld: withheld).filter { !isOpen.contains($0) }
        var names = others.map { secrets[$0].name() } + smallRests(withheld: withheld).map { secret(of: $0).name() }
        let recovered = first.recovered(withheld: withheld)
        guard !open.isEmpty || !rests.isEmpty else { return (recovered, names) }
        let problem = adding(open.map { secrets[$0] } + rests.map { secret(of: $0) })
        var second = CountMoves(problem, truth: truth)
        _ = second.withheld()
        let found = second.recovered(withheld: withheld.union(counts.count..<problem.counts.count))
        names += found.filter { $0 >= counts.count }.map { problem.counts[$0].name }
        return (recovered, names)
    }
}

extension CountMoves {
    /// Returns the positions of the sums without a proof of several possible values. A proof is a move that changes the
    /// sum but no shown count.
    func unproven(_ secrets: [DisclosureProblem.Secret], withheld: Set<Int>) -> [Int] {
        guard !secrets.isEmpty else { return [] }
        let kept = moves.filter { $0.changes.keys.allSatisfy(withheld.contains) }
        var movesOfPart: [Int: [Int]] = [:]
        for (index, move) in kept.enumerated() {
            for part in move.steps.keys { movesOfPart[part, default: []].append(index) }
        }
        var counted = countsOfPart.map { $0.filter { !withheld.contains($0) } }
        // Parts that a limit distinguishes are not twins.
        for (number, limit) in problem.limits.enumerated() {
            for term in limit.terms { counted[term.part].append(-1 - 2 * number - (term.factor > 0 ? 1 : 0)) }
        }
        let twins = TwinParts(counted, truth: truth)
        return secrets.indices.filter { index in
            let own = Set(secrets[index].parts)
            if twins.canChange(own) { return false }
            return !Set(own.flatMap { movesOfPart[$0] ?? [] }).contains { number in
                own.reduce(0) { $0 + (kept[number].steps[$1] ?? 0) } != 0
            }
        }
    }
}
