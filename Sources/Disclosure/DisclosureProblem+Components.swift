extension DisclosureProblem {
    /// Counts of a problem that are independent of its other counts, as a separate problem.
    struct Component {
        /// The positions of the counts in the whole problem.
        let counts: [Int]
        /// The positions of the parts in the whole problem.
        let parts: [Int]
        let problem: DisclosureProblem
    }

    /// The connected components: two counts that share a part or a limit belong to the same one.
    var components: [Component] {
        var roots = Array(0..<parts)
        func root(_ part: Int) -> Int {
            var part = part
            while roots[part] != part {
                roots[part] = roots[roots[part]]
                part = roots[part]
            }
            return part
        }
        for count in counts {
            guard let first = count.parts.first else { continue }
            for part in count.parts.dropFirst() {
                let (one, other) = (root(first), root(part))
                roots[max(one, other)] = min(one, other)
            }
        }
        for limit in limits {
            guard let first = limit.terms.first?.part else { continue }
            for term in limit.terms.dropFirst() {
                let (one, other) = (root(first), root(term.part))
                roots[max(one, other)] = min(one, other)
            }
        }
        // A count without parts is zero, whatever the values of the others.
        let byRoot = Dictionary(grouping: counts.indices.filter { !counts[$0].parts.isEmpty }) {
            root(counts[$0].parts[0])
        }
        return byRoot.sorted { $0.key < $1.key }.map { component(of: $0.value) }
    }

    private func component(of own: [Int]) -> Component {
        let parts = Set(own.flatMap { counts[$0].parts }).sorted()
        let positions = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, $0) })
        let listed = own.map { index in
            let count = counts[index]
            return Count(
                name: count.name, parts: count.parts.compactMap { positions[$0] }, leastPossible: count.leastPossible,
                isPublic: count.isPublic, weight: count.weight)
        }
        return Component(
            counts: own, parts: parts,
            problem: DisclosureProblem(
                parts: parts.count, counts: listed, values: own.map(value),
                truth: truth.map { truth in parts.map { truth[$0] } },
                limits: limits.filter { $0.terms.contains { positions[$0.part] != nil } }
                    .map { $0.renumbered { positions[$0] } },
                policies: policies.isEmpty ? [] : parts.map { policies[$0] }))
    }
}
