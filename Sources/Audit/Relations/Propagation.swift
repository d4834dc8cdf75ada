/// Works out the possible values of quantities on the assumption that some printed numbers are wrong. It narrows bounds
/// until nothing changes, and never excludes a possible value.
struct Propagation {
    /// The bounds of a quantity, and the printed numbers that they follow from.
    struct Narrowing {
        var bounds: Bounds
        var lowerReasons: Set<Int> = []
        var upperReasons: Set<Int> = []
    }

    /// Either there is no contradiction, or these printed numbers contradict each other.
    enum Outcome {
        case consistent
        case conflict(Set<Int>)
    }

    let network: RelationNetwork
    /// The printed numbers that are assumed to be wrong.
    let doubted: Set<Int>
    /// Relations that are not checked, because they fail for other reasons.
    let ignored: Set<Int>
    private(set) var narrowings: [Int: Narrowing] = [:]
    /// How many relations have been taken from the queue, including repeats.
    private(set) var steps = 0

    init(_ network: RelationNetwork, doubting doubted: Set<Int>, ignoring ignored: Set<Int> = []) {
        self.network = network
        self.doubted = doubted
        self.ignored = ignored
    }

    /// Checks the relations, and all others that open quantities connect with them.
    mutating func run(from start: some Sequence<Int>) -> Outcome {
        var queue = Array(start)
        var waiting = Set(queue)
        var next = 0
        while next < queue.count, steps < Self.maxSteps {
            let relation = queue[next]
            next += 1
            steps += 1
            waiting.remove(relation)
            if ignored.contains(relation) { continue }
            let members = network.relations[relation].quantities
            let open = members.filter(isOpen)
            guard !open.isEmpty else {
                if network.holds(relation) == false { return .conflict(Set(members.filter(isStated))) }
                continue
            }
            for member in open {
                guard let isEmpty = narrow(member, by: relation, members) else { continue }
                if isEmpty, let narrowing = narrowings[member] {
                    return .conflict(narrowing.lowerReasons.union(narrowing.upperReasons))
                }
                for other in network.memberships[member] where other != relation && waiting.insert(other).inserted {
                    queue.append(other)
                }
            }
        }
        return .consistent
    }

    /// Returns the bounds of the quantity.
    func bounds(_ quantity: Int) -> Bounds {
        if let narrowing = narrowings[quantity] { return narrowing.bounds }
        return doubted.contains(quantity)
            ? network.quantities[quantity].conceivable : network.quantities[quantity].printed
    }

    private func isOpen(_ quantity: Int) -> Bool { doubted.contains(quantity) || network.quantities[quantity].isOpen }
    private func isStated(_ quantity: Int) -> Bool { network.quantities[quantity].isStated }

    /// Narrows the bounds of a quantity. Returns nil when they do not change, otherwise whether no value is left.
    private mutating func narrow(_ quantity: Int, by relation: Int, _ members: [Int]) -> Bool? {
        var found = network.relations[relation].bounds(of: quantity, given: bounds)
        if network.quantities[quantity].isWhole { found = found.inWholes }
        var narrowing = narrowings[quantity] ?? Narrowing(bounds: bounds(quantity))
        let old = narrowing.bounds
        var reasons: Set<Int>?
        func why() -> Set<Int> {
            if let reasons { return reasons }
            var all: Set<Int> = []
            for member in members where member != quantity {
                if let narrowing = narrowings[member] {
                    all.formUnion(narrowing.lowerReasons)
                    all.formUnion(narrowing.upperReasons)
                } else if isStated(member), !doubted.contains(member) {
                    all.insert(member)
                }
            }
            reasons = all
            return all
        }
        if let lower = found.lower, old.lower.map({ lower > $0 }) ?? true {
            narrowing.bounds.lower = lower
            narrowing.lowerReasons = why()
        }
        if let upper = found.upper, old.upper.map({ upper < $0 }) ?? true {
            narrowing.bounds.upper = upper
            narrowing.upperReasons = why()
        }
        guard narrowing.bounds != old else { return nil }
        narrowings[quantity] = narrowing
        return narrowing.bounds.isEmpty
    }

    /// The limit on steps: the bounds of quantities in a circle of relations could be narrowed for ever.
    private static let maxSteps = 2_000
}
