extension DisclosureProblem {
    /// Returns the withheld counts that a reader can recover, in order. A protected count is safe only if it is proved
    /// that as many whole values are possible as its policy requires. For a count that is withheld to protect others,
    /// two values are enough. Counts that earlier publications reveal by themselves cannot be protected, and are left
    /// out.
    public func recovered(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        let found = try recovered(among: withheld.sorted(), withheld: withheld, proven: true)
        let given = try givenAway(Set(found), proven: true)
        return found.filter { !given.contains($0) }
    }

    /// Returns those of the given counts that a reader can recover. Without `proven`, only bounds are used, which is
    /// quicker and may miss some.
    func recovered(
        among asked: [Int], withheld: Set<Int>, proven: Bool = false
    ) throws(DisclosureFailure) -> [Int] {
        var bounds = try CountBounds(self, withheld: withheld)
        var found: [Int] = []
        for count in asked where try !bounds.possible(count, atLeast: leastPossible(count), proven: proven) {
            found.append(count)
        }
        return found
    }

    /// Returns those of the counts that earlier publications reveal by themselves.
    func givenAway(_ asked: Set<Int>, proven: Bool = false) throws(DisclosureFailure) -> Set<Int> {
        guard !asked.isEmpty, counts.contains(where: \.isPublic) else { return [] }
        return Set(
            try recovered(
                among: asked.sorted(), withheld: Set(counts.indices.filter { !counts[$0].isPublic }), proven: proven))
    }
}
