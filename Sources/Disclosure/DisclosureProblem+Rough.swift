extension DisclosureProblem {
    /// The largest table of a linear program for which exact reasoning is quick enough.
    private static let maxCells = 500_000

    /// Whether the system is too large for exact reasoning.
    public var isLarge: Bool {
        let rows = limits.count + counts.count { $0.leastPossible == nil || $0.isPublic }
        return rows * (parts + 2 * rows) > Self.maxCells
    }

    /// Returns the counts to withhold where the system is too large for exact reasoning: more than necessary, but never
    /// too few. The true value of each part must be known.
    public func roughlyWithheld() throws(DisclosureFailure) -> Set<Int> { try roughlyWithheld(besides: []) }

    /// Returns the counts that a reader may be able to recover when only these are withheld.
    public func roughlyRecovered(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        try roughlyRecovered(withheld: withheld, besides: []).counts
    }

    /// All counts that can still be withheld.
    var withholdable: Set<Int> { Set(counts.indices.filter { !counts[$0].isPublic }) }

    /// Returns the counts to withhold in a large system. Each component is treated separately, with exact reasoning if
    /// it is small enough.
    public func withheldByComponents() throws(DisclosureFailure) -> Set<Int> {
        try withheld(besides: [], isRough: false)
    }

    /// Returns the counts that a reader may be able to recover in a large system, component by component.
    public func recoveredByComponents(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        try recovered(withheld: withheld, besides: [], isRough: false).counts
    }

    /// Whether any component is too large for exact reasoning.
    public var hasLargeComponent: Bool { isLarge && components.contains { $0.problem.isLarge } }
}
