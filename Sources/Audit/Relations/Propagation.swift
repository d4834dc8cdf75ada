/// Works out what quantities can be when some printed numbers are taken to be wrong, by narrowing bounds until nothing
/// changes. It never excludes a value that is possible.
struct Propagation {
    /// What a quantity can be, and the printed numbers that this rests on.
    struct Narrowing {
        var bounds: Bounds
        var lowerReasons: Set<Int> = []
        var upperReasons: Set<Int> = []
    }

    /// Nothing contradicts, or these printed numbers contradict each other.
    enum Outcome {
        case consistent
        case conflict(Set<Int>)
    }

    let network: RelationNetwork
    /// The printed numbers that are taken to be wrong.
    let doubted: Set<Int>
    /// Relations that are not looked at, for they fail for reasons of their own.
    let ignored: Set<Int>
    private(set) var narrowings: [Int: Narrowing] = [:]
    /// How many relations have been looked at.
    private(set) var steps = 0

    init(_ network: RelationNetwork, doubting doubted: Set<Int>, ignoring ignored: Set<Int> = []) {
        self.network = network
        self.doubted = doubted
        self.ignored = ignored
    }

    /// Looks at the relations, and at all that open quantities connect with them.
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

    /// What the quantity can be.
    func bounds(_ quantity: Int) -> Bounds {
        if let narrowing = narrowings[quantity] { return narrowing.bounds }
        return doubted.contains(quantity)
            ? network.quantities[quantity].conceivable : network.quantities[quantity].printed
    }

    private func isOpen(_ quantity: Int) -> Bool { doubted.contains(quantity) || network.quantities[quantity].isOpen }
    private func isStated(_ quantity: Int) -> Bool { network.quantities[quantity].isStated }

    /// Narrows a quantity; nil when that changes nothing, else whether nothing is left.
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

    /// Bounds of quantities that hang together in a circle could be narrowed for ever.
    private static let maxSteps = 2_000
}
