extension DisclosureProblem {
    /// Counts of a problem that have nothing to do with its others, as a problem of their own.
    struct Component {
        /// Which counts of the whole they are.
        let counts: [Int]
        /// Which parts of the whole its parts are.
        let parts: [Int]
        let problem: DisclosureProblem
    }

    /// The connected components: two counts that share a part belong to one.
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
        // A count without parts is zero, for any values of the others.
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
