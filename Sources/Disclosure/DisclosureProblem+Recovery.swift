extension DisclosureProblem {
    /// The counts that a reader can recover although they are withheld, in their order. A protected count is
    /// recovered unless as many whole values as its policy requires are proved to be possible; one that is withheld to protect
    /// others, unless two are. What earlier publications reveal by themselves cannot be protected: it is left out.
    public func recovered(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        let found = try recovered(among: withheld.sorted(), withheld: withheld, proven: true)
        let given = try givenAway(Set(found), proven: true)
        return found.filter { !given.contains($0) }
    }

    /// The counts, of those given, that a reader can recover; without `proven` by bounds alone, which is quicker and may
    /// miss some.
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

    /// The counts that earlier publications reveal by themselves.
    func givenAway(_ asked: Set<Int>, proven: Bool = false) throws(DisclosureFailure) -> Set<Int> {
        guard !asked.isEmpty, counts.contains(where: \.isPublic) else { return [] }
        return Set(
            try recovered(
                among: asked.sorted(), withheld: Set(counts.indices.filter { !counts[$0].isPublic }), proven: proven))
    }
}
