extension DisclosureProblem {
    /// Above so many numbers in the table of a linear program exact reasoning takes too long.
    private static let maxCells = 500_000

    /// Whether the system is too large for exact reasoning.
    public var isLarge: Bool {
        let rows = limits.count + counts.count { $0.leastPossible == nil || $0.isPublic }
        return rows * (parts + 2 * rows) > Self.maxCells
    }

    /// The counts to withhold, and those that are recovered when others are, where the system is too large for exact reasoning:
    /// more is withheld than would have to be, and never too little. It needs the true value of each part.
    public func roughlyWithheld() throws(DisclosureFailure) -> Set<Int> { try roughlyWithheld(besides: []) }

    /// The counts that a reader may be able to recover although just these are withheld.
    public func roughlyRecovered(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        try roughlyRecovered(withheld: withheld, besides: []).counts
    }

    /// Everything that can still be withheld.
    var withholdable: Set<Int> { Set(counts.indices.filter { !counts[$0].isPublic }) }

    /// The counts to withhold of a large system: of each component by itself, exactly where that is not too large.
    public func withheldByComponents() throws(DisclosureFailure) -> Set<Int> {
        try withheld(besides: [], isRough: false)
    }

    /// The counts that a reader may be able to recover of a large system, component by component.
    public func recoveredByComponents(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        try recovered(withheld: withheld, besides: [], isRough: false).counts
    }

    /// Whether any component is too large for exact reasoning.
    public var hasLargeComponent: Bool { isLarge && components.contains { $0.problem.isLarge } }
}
