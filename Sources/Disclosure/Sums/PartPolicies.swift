import Indicators

/// The policy of each part: the strictest policy of the groups that select it, in every period and area. Otherwise,
/// rows for other periods and areas could reveal a number that one row withholds. A group without a policy that lies
/// within a group with one may be published, and so may its parts.
struct PartPolicies {
    private(set) var policies: [DisclosurePolicy]

    /// The largest number of pairs of groups compared. With more pairs, every part keeps the policy of its group.
    private static let maxPairs = 100_000

    /// Works out the policies. `policy` returns the policy of a count, by position.
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
    /// Returns the policy of a sum of parts: the strictest of their policies. A sum has no policy when one of its parts
    /// may always be published. For example, where hate crimes are protected, the total of all homicides in an area is
    /// not.
    func policy(ofSum parts: some Collection<Int>) -> DisclosurePolicy {
        guard parts.allSatisfy({ self[$0] != .none }) else { return .none }
        return parts.reduce(.none) { $0.stricter(self[$1]) }
    }
}
