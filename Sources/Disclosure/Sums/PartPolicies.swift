import Indicators

/// The policy of each part: the strictest of the counts that have it. A count without a policy, within one that has one, is
/// published whatever it is: so are its parts.
struct PartPolicies {
    private(set) var policies: [DisclosurePolicy]

    /// So many pairs of counts are compared; above, no part is left out.
    private static let maxPairs = 100_000

    /// `policy` is that of a count, by position.
    init(_ counts: [DisclosedCount], parts: [[Int]], number: Int, policy: (Int) -> DisclosurePolicy) {
        policies = [DisclosurePolicy](repeating: .none, count: number)
        let own = counts.indices.map(policy)
        let open = counts.indices.filter { own[$0] == .none && !parts[$0].isEmpty }.map { Set(parts[$0]) }
        let guarded = counts.indices.filter { own[$0] != .none }
        let compares = open.count * guarded.count <= Self.maxPairs
        for index in guarded {
            let all = Set(parts[index])
            var left = all
            if compares { for within in open where within.isStrictSubset(of: all) { left.subtract(within) } }
            for part in left { policies[part] = policies[part].stricter(own[index]) }
        }
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
