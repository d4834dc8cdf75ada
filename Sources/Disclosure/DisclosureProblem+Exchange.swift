extension DisclosureProblem {
    /// The largest table of a linear program for which exchanges are tried. With larger tables, the search takes too
    /// long.
    private static let maxCells = 4_000
    /// The largest number of exchanges tried.
    private static let maxTrials = 400

    /// Returns fewer counts that protect as well. Two counts that are withheld to protect others are replaced by one,
    /// if this one costs no more than both together. The result is checked like any other.
    func exchanged(_ withheld: Set<Int>, _ given: Set<Int>) throws(DisclosureFailure) -> Set<Int> {
        guard counts.count * parts <= Self.maxCells else { return withheld }
        var (best, trials) = (withheld, 0)
        while let better = try exchange(best, given, &trials) {
            best = try thinned(better, given)
        }
        return best
    }

    private func exchange(
        _ withheld: Set<Int>, _ given: Set<Int>, _ trials: inout Int
    ) throws(DisclosureFailure) -> Set<Int>? {
        let secondary = withheld.subtracting(primary).sorted { (counts[$1].weight, $1) < (counts[$0].weight, $0) }
        let shown = counts.indices.filter { !withheld.contains($0) && !counts[$0].isPublic }
            .sorted { (counts[$0].weight, $0) < (counts[$1].weight, $1) }
        for (number, one) in secondary.enumerated() {
            for other in secondary.dropFirst(number + 1) {
                let dear = counts[one].weight + counts[other].weight
                for new in shown where counts[new].weight <= dear {
                    trials += 1
                    guard trials <= Self.maxTrials else { return nil }
                    let fewer = withheld.subtracting([one, other]).union([new])
                    if try isSafe(fewer, given) { return fewer }
                }
            }
        }
        return nil
    }
}
