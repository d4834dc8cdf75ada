import Indicators

/// The policy of each part: the strictest of the groups that select it, in every period and area. What one row withholds, others
/// reveal in other periods and areas too. A group without a policy, within one that has one, may be published: so may what it
/// selects.
struct PartPolicies {
    private(set) var policies: [DisclosurePolicy]

    /// So many pairs of groups are compared; above, none is left out.
    private static let maxPairs = 100_000

    /// `policy` is that of a count, by position.
    init(
        _ counts: [DisclosedCount], parts: [[Int]], coordinates: PartCoordinates, policy: (Int) -> DisclosurePolicy
    ) {
        var open: Set<Set<Int>> = []
        var guarded: [Set<Int>: DisclosurePolicy] = [:]
        for index in counts.indices where !parts[index].isEmpty {
            let (own, group) = (policy(index), Set(parts[index].map { coordinates.selections[$0] }))
            if own == .none { open.insert(group) } else { guarded[group] = own.stricter(guarded[group] ?? .none) }
        }
        let compares = open.count * guarded.count <= Self.maxPairs
        var found: [Int: DisclosurePolicy] = [:]
        for (group, own) in guarded {
            var left = group
            if compares { for within in open where within.isStrictSubset(of: group) { left.subtract(within) } }
            for selection in left { found[selection] = own.stricter(found[selection] ?? .none) }
        }
        policies = coordinates.selections.map { found[$0] ?? .none }
    }
}

extension [DisclosurePolicy] {
    /// The policy of a sum of parts: the strictest of theirs. A sum with a part that may be published whatever it is has none:
    /// hate crimes being protected, all homicides of an area are not.
    func policy(ofSum parts: some Collection<Int>) -> DisclosurePolicy {
        guard parts.allSatisfy({ self[$0] != .none }) else { return .none }
        return parts.reduce(.none) { $0.stricter(self[$1]) }
    }
}
