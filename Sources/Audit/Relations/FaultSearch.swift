/// Finds explanations for the relations that fail: sets of printed numbers, the smallest first. A set is an explanation
/// when its numbers can have values with which no relation fails. Each contradiction names numbers, and at least one
/// more of these must be wrong. The search tries each of them, so that it misses no set.
struct FaultSearch {
    let network: RelationNetwork

    /// Returns one diagnosis for each group of failures that have a number in common.
    func diagnoses() -> [Diagnosis] {
        let conflicts = conflicts()
        var groups = Partition(count: conflicts.count)
        var firstWith: [Int: Int] = [:]
        for (index, conflict) in conflicts.enumerated() {
            for number in conflict.numbers {
                if let other = firstWith[number] { groups.join(index, other) } else { firstWith[number] = index }
            }
        }
        return settled(groups.members(), conflicts)
    }

    /// Returns the diagnoses of the groups. Where the explanations of two groups share a number, the groups are merged
    /// and diagnosed again, because the merged group may have a different explanation.
    private func settled(_ groups: [[Int]], _ conflicts: [Conflict]) -> [Diagnosis] {
        let failing = Set(conflicts.flatMap(\.relations))
        var settled: [(group: [Int], diagnosis: Diagnosis)?] = []
        var owners: [Int: Int] = [:]
        var waiting = Array(groups.reversed())
        while let group = waiting.popLast() {
            let own = group.flatMap { conflicts[$0].relations }
            let numbers = Set(group.flatMap { conflicts[$0].numbers }).sorted()
            let diagnosis = diagnose(own, numbers, ignoring: failing.subtracting(own))
            let explaining = Set(diagnosis.explanations.flatMap(\.values.keys))
            if let other = explaining.compactMap({ owners[$0] }).min(), let known = settled[other] {
                for (number, owner) in owners where owner == other { owners[number] = nil }
                settled[other] = nil
                waiting.append((known.group + group).sorted())
            } else {
                for number in explaining { owners[number] = settled.count }
                settled.append((group, diagnosis))
            }
        }
        return settled.compactMap { $0?.diagnosis }
    }

    private struct Conflict {
        let relations: [Int]
        let numbers: Set<Int>
    }

    /// Returns the relations that fail for the printed numbers, and the groups of relations that contradict each other.
    private func conflicts() -> [Conflict] {
        var conflicts: [Conflict] = []
        var open: [Int] = []
        for index in network.relations.indices {
            switch network.holds(index) {
            case true?: continue
            case false?:
                let stated = network.relations[index].quantities.filter { network.quantities[$0].isStated }
                conflicts.append(Conflict(relations: [index], numbers: Set(stated)))
            case nil: open.append(index)
            }
        }
        // Open quantities connect relations into groups; each group can contradict itself.
        var groups = Partition(count: open.count)
        var firstWith: [Int: Int] = [:]
        for (position, index) in open.enumerated() {
            for number in network.relations[index].quantities where network.quantities[number].isOpen {
                if let other = firstWith[number] { groups.join(position, other) } else { firstWith[number] = position }
            }
        }
        for group in groups.members() {
            let relations = group.map { open[$0] }
            var propagation = Propagation(network, doubting: [])
            if case .conflict(let numbers) = propagation.run(from: relations) {
                conflicts.append(Conflict(relations: relations, numbers: numbers))
            }
        }
        return conflicts
    }

    private func diagnose(_ failing: [Int], _ numbers: [Int], ignoring: Set<Int>) -> Diagnosis {
        var search = DepthSearch(network: network, failing: failing, ignored: ignoring)
        // Relations that fail only together are evidence where they contain a suspect.
        let concerned = failing.filter { relation in
            network.holds(relation) == false
                || (network.holds(relation) == nil
                    && network.relations[relation].quantities.contains(where: numbers.contains))
        }
        for size in 1...Self.maxNumbers where search.budget > 0 {
            search.begin(size)
            search.explore([])
            if search.budget > 0, !search.found.isEmpty {
                let found = search.found.sorted {
                    $0.values.keys.sorted().lexicographicallyPrecedes($1.values.keys.sorted())
                }
                return Diagnosis(failing: concerned, explanations: found, suspects: numbers)
            }
        }
        return Diagnosis(failing: concerned, explanations: [], suspects: numbers)
    }

    /// The largest set of numbers that the search tries.
    private static let maxNumbers = 8
}

/// Searches for explanations of one size.
private struct DepthSearch {
    let network: RelationNetwork
    let failing: [Int]
    let ignored: Set<Int>
    /// How many more relations the search may check. An explanation that needs more would be too long to follow.
    var budget = 100_000
    private(set) var found: [Diagnosis.Explanation] = []
    private var size = 0
    private var seen: Set<Set<Int>> = []

    init(network: RelationNetwork, failing: [Int], ignored: Set<Int>) {
        self.network = network
        // The relations with the fewest numbers come first: they leave fewer to choose from.
        self.failing = failing.sorted {
            (network.relations[$0].quantities.count, $0) < (network.relations[$1].quantities.count, $1)
        }
        self.ignored = ignored
    }

    mutating func begin(_ size: Int) {
        self.size = size
        seen = []
        found = []
    }

    mutating func explore(_ doubted: Set<Int>) {
        guard budget > 0, seen.insert(doubted).inserted, doubted.count + leastMore(doubted) <= size else { return }
        var propagation = Propagation(network, doubting: doubted, ignoring: ignored)
        let start = failing + doubted.sorted().flatMap { network.memberships[$0] }
        let outcome = propagation.run(from: start)
        budget -= 1 + propagation.steps
        switch outcome {
        case .consistent:
            var values: [Int: Bounds] = [:]
            for number in doubted { values[number] = propagation.bounds(number) }
            if doubted.count == size { found.append(Diagnosis.Explanation(values: values)) }
        case .conflict(let numbers):
            guard doubted.count < size else { return }
            for number in numbers.subtracting(doubted).sorted() { explore(doubted.union([number])) }
        }
    }

    /// Returns how many more numbers must be wrong at least. Failures that have no number in common each need one.
    private func leastMore(_ doubted: Set<Int>) -> Int {
        var taken: Set<Int> = []
        var count = 0
        for relation in failing where network.holds(relation) == false {
            let members = network.relations[relation].quantities.filter { network.quantities[$0].isStated }
            if members.contains(where: { doubted.contains($0) || taken.contains($0) }) { continue }
            taken.formUnion(members)
            count += 1
        }
        return count
    }
}
