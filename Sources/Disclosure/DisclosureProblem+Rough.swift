extension DisclosureProblem {
    /// Above so many numbers in the table of a linear program exact reasoning takes too long.
    private static let maxCells = 500_000

    /// Whether the system is too large for exact reasoning.
    public var isLarge: Bool {
        let rows = counts.count { $0.leastPossible == nil || $0.isPublic }
        return rows * (parts + 2 * rows) > Self.maxCells
    }

    /// The counts to withhold, and those that are recovered when others are, where the system is too large for exact reasoning:
    /// more is withheld than would have to be, and never too little. It needs the true value of each part.
    public func roughlyWithheld() throws(DisclosureFailure) -> Set<Int> {
        guard !isTooLarge else { return withholdable }
        guard let truth else { throw .numbersTooLarge }
        var moves = CountMoves(self, truth: truth)
        return moves.withheld()
    }

    /// The counts that a reader may be able to recover although just these are withheld.
    public func roughlyRecovered(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        if isTooLarge {
            // Beside earlier publications alone, this release has no part in what is known.
            guard withheld.isSuperset(of: withholdable) else { throw .numbersTooLarge }
            return []
        }
        guard let truth else { throw .numbersTooLarge }
        var moves = CountMoves(self, truth: truth)
        _ = moves.withheld()
        return moves.recovered(withheld: withheld)
    }

    /// Everything that can still be withheld.
    private var withholdable: Set<Int> { Set(counts.indices.filter { !counts[$0].isPublic }) }

    /// The counts to withhold of a large system: of each component by itself, exactly where that is not too large.
    public func withheldByComponents() throws(DisclosureFailure) -> Set<Int> {
        var found: Set<Int> = []
        for component in components {
            let own = component.problem
            let withheld = own.isLarge ? try own.roughlyWithheld() : try own.withheld()
            found.formUnion(withheld.map { component.counts[$0] })
        }
        return found
    }

    /// The counts that a reader may be able to recover of a large system, component by component.
    public func recoveredByComponents(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        var found: [Int] = []
        for component in components {
            let own = component.problem
            let hidden = Set(component.counts.indices.filter { withheld.contains(component.counts[$0]) })
            let recovered =
                own.isLarge ? try own.roughlyRecovered(withheld: hidden) : try own.recovered(withheld: hidden)
            found += recovered.map { component.counts[$0] }
        }
        return found.sorted()
    }

    /// Whether any component is too large for exact reasoning.
    public var hasLargeComponent: Bool { isLarge && components.contains { $0.problem.isLarge } }
}
