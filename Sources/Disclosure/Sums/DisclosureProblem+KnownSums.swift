extension DisclosureProblem {
    /// A sum of parts that is not a count and that readers must not know exactly.
    struct Secret {
        let parts: [Int]
        /// The sum's name in messages.
        let name: () -> String
    }

    /// The number of rounds after which every sum that is left is protected, whether readers know it or not.
    private static let maxRounds = 4

    /// Returns the counts to withhold, so that readers do not know the sums exactly either. Sums that are in no table
    /// are nearly always protected by what is withheld anyway. Only unprotected sums become counts of the problem.
    func withheld(besides secrets: [Secret], isRough: Bool) throws(DisclosureFailure) -> Set<Int> {
        if isRough { return try roughlyWithheld(besides: secrets) }
        guard !isLarge else {
            var found: Set<Int> = []
            for (component, secrets) in dividing(secrets) {
                let own = component.problem
                let withheld = try own.withheld(besides: secrets, isRough: own.isLarge)
                found.formUnion(withheld.map { component.counts[$0] })
            }
            return found
        }
        var (problem, open) = (self, secrets)
        for round in 0... {
            let found = try problem.withheld()
            var known = try problem.known(open, withheld: found)
            let rests = problem.smallRests(withheld: found)
            guard !known.isEmpty || !rests.isEmpty else { return found.filter { $0 < counts.count } }
            if round >= Self.maxRounds {
                known = Array(open.indices)
                if round >= 2 * Self.maxRounds { return withoutSmallRests(found.filter { $0 < counts.count }) }
            }
            problem = problem.adding(known.map { open[$0] } + rests.map { problem.secret(of: $0) })
            open = open.indices.filter { !known.contains($0) }.map { open[$0] }
        }
        return Set(counts.indices)
    }

    /// Returns the counts, and the names of the sums, that a reader can recover when only these counts are withheld.
    func recovered(
        withheld: Set<Int>, besides secrets: [Secret], isRough: Bool
    ) throws(DisclosureFailure) -> (counts: [Int], secrets: [String]) {
        if isRough { return try roughlyRecovered(withheld: withheld, besides: secrets) }
        guard !isLarge else {
            var (found, names): ([Int], [String]) = ([], [])
            for (component, secrets) in dividing(secrets) {
                let own = component.problem
                let hidden = Set(component.counts.indices.filter { withheld.contains(component.counts[$0]) })
                let recovered = try own.recovered(withheld: hidden, besides: secrets, isRough: own.isLarge)
                found += recovered.counts.map { component.counts[$0] }
                names += recovered.secrets
            }
            return (found.sorted(), names)
        }
        let open =
            try known(secrets, withheld: withheld).map { secrets[$0] }
            + smallRests(withheld: withheld).map { secret(of: $0) }
        let problem = adding(open)
        let found = try problem.recovered(withheld: withheld.union(counts.count..<problem.counts.count))
        return (
            found.filter { $0 < counts.count }, found.filter { $0 >= counts.count }.map { problem.counts[$0].name }
        )
    }

    /// Returns the positions of the sums that readers know exactly when only these counts are withheld.
    private func known(_ secrets: [Secret], withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        guard !secrets.isEmpty else { return [] }
        var bounds = try CountBounds(self, withheld: withheld)
        let values = try bounds.onlyValues(of: secrets.map(\.parts), truth: truth)
        return values.indices.filter { values[$0] != nil }
    }

    /// Returns the components, each with the sums in it. Where a sum spans several components, only its share in the
    /// component with the fewest counts is protected.
    private func dividing(_ secrets: [Secret]) -> [(component: Component, secrets: [Secret])] {
        let components = components
        var places = [(component: Int, part: Int)?](repeating: nil, count: parts)
        for (number, component) in components.enumerated() {
            for (part, own) in component.parts.enumerated() { places[own] = (number, part) }
        }
        var own = [[Secret]](repeating: [], count: components.count)
        for secret in secrets {
            // A part that is in no count can have any value.
            let found = secret.parts.compactMap { places[$0] }
            guard found.count == secret.parts.count else { continue }
            let chosen = Set(found.map(\.component)).min { one, other in
                (components[one].counts.count, one) < (components[other].counts.count, other)
            }
            guard let chosen else { continue }
            own[chosen].append(
                Secret(parts: found.filter { $0.component == chosen }.map(\.part), name: secret.name))
        }
        return zip(components, own).map { ($0, $1) }
    }

    /// Returns the problem with the sums added after its counts.
    func adding(_ secrets: [Secret]) -> DisclosureProblem {
        guard let truth, !secrets.isEmpty else { return self }
        return DisclosureProblem(
            truth: truth,
            counts: counts + secrets.map { Count(name: $0.name(), parts: $0.parts, leastPossible: 2) },
            limits: limits, policies: policies)
    }
}
