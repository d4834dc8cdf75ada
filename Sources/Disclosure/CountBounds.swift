/// The values that each count can have, as far as the published ones tell.
struct CountBounds {
    private let problem: DisclosureProblem
    /// The parts whose value follows at once.
    private var known: [Int?]
    /// The connected system that each unknown part belongs to; nil when no published count has it.
    private var places: [Int?]
    private var systems: [ExactSimplex] = []
    /// The column of each unknown part in its system.
    private var columns: [Int]

    init(_ problem: DisclosureProblem, withheld: Set<Int>) throws(DisclosureFailure) {
        self.problem = problem
        known = [Int?](repeating: nil, count: problem.truth.count)
        places = [Int?](repeating: nil, count: problem.truth.count)
        columns = [Int](repeating: 0, count: problem.truth.count)
        let shown = problem.counts.indices.filter { !withheld.contains($0) }
        try settle(shown.map { (problem.counts[$0].parts, problem.value($0)) })
    }

    /// Whether at least so many whole values are possible for the count.
    mutating func possible(_ count: Int, atLeast least: Int) throws(DisclosureFailure) -> Bool {
        var objectives: [Int: [(column: Int, factor: Int)]] = [:]
        for part in problem.counts[count].parts where known[part] == nil {
            guard let system = places[part] else { return true }
            objectives[system, default: []].append((columns[part], 1))
        }
        var (low, high) = (ExactBound(0, over: 1), ExactBound(0, over: 1))
        for (system, objective) in objectives.sorted(by: { $0.key < $1.key }) {
            guard case .value(let most, let denominator) = try systems[system].maximum(objective) else { return true }
            high = try high.plus(most, over: denominator)
            let negated = objective.map { (column: $0.column, factor: -$0.factor) }
            guard case .value(let fewest, let scale) = try systems[system].maximum(negated) else { return true }
            low = try low.plus(-fewest, over: scale)
        }
        return high.floor - low.ceiling + 1 >= least
    }

    /// Works out what follows at once, and makes systems of the rest.
    private mutating func settle(_ given: [(parts: [Int], value: Int)]) throws(DisclosureFailure) {
        var equations = given
        var isSettled = false
        while !isSettled {
            isSettled = true
            for index in equations.indices.reversed() {
                var (open, rest) = ([Int](), equations[index].value)
                for part in equations[index].parts {
                    if let value = known[part] { rest -= value } else { open.append(part) }
                }
                guard rest >= 0, rest == 0 || !open.isEmpty else { throw .contradictoryCounts }
                if rest == 0 { for part in open { known[part] = 0 } }
                if rest > 0, open.count == 1 { known[open[0]] = rest }
                if rest == 0 || open.count == 1 {
                    equations.remove(at: index)
                    isSettled = open.isEmpty && isSettled
                } else {
                    equations[index] = (open, rest)
                }
            }
        }
        try makeSystems(equations)
    }

    private mutating func makeSystems(_ equations: [(parts: [Int], value: Int)]) throws(DisclosureFailure) {
        var roots = Array(problem.truth.indices)
        func root(_ part: Int) -> Int {
            var part = part
            while roots[part] != part { part = roots[part] }
            return part
        }
        for equation in equations {
            for part in equation.parts.dropFirst() {
                let (one, other) = (root(equation.parts[0]), root(part))
                roots[max(one, other)] = min(one, other)
            }
        }
        var groups: [Int: [(parts: [Int], value: Int)]] = [:]
        for equation in equations { groups[root(equation.parts[0]), default: []].append(equation) }
        for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
            let parts = Set(group.flatMap(\.parts)).sorted()
            for (column, part) in parts.enumerated() { (places[part], columns[part]) = (systems.count, column) }
            let system = try ExactSimplex(
                columns: parts.count,
                equations: group.map { equation in (equation.parts.map { (columns[$0], 1) }, equation.value) })
            systems.append(system)
        }
    }
}

/// A bound as an exact fraction.
struct ExactBound {
    private let numerator: Int
    private let denominator: Int

    init(_ numerator: Int, over denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    func plus(_ other: Int, over scale: Int) throws(DisclosureFailure) -> ExactBound {
        let sum = Int128(numerator) * Int128(scale) + Int128(other) * Int128(denominator)
        guard let sum = Int(exactly: sum), let scale = Int(exactly: Int128(denominator) * Int128(scale)) else {
            throw .numbersTooLarge
        }
        return ExactBound(sum, over: scale)
    }

    /// The largest whole number that is not above, and the smallest that is not below.
    var floor: Int {
        let quotient = numerator / denominator
        return numerator < 0 && numerator % denominator != 0 ? quotient - 1 : quotient
    }
    var ceiling: Int { -ExactBound(-numerator, over: denominator).floor }
}
