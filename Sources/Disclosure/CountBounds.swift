/// The possible values of each count, given the published ones. The bounds come from solutions in fractions. Solutions
/// in whole numbers do not always reach them, so a proof needs solutions in whole numbers.
struct CountBounds {
    private let problem: DisclosureProblem
    /// For each part, the value that follows directly from published counts, if any.
    private(set) var known: [Int?]
    /// The connected system that each unknown part belongs to; nil when no published count contains the part.
    private(set) var places: [Int?]
    var systems: [ExactSimplex] = []
    /// The equations of each system.
    private(set) var wholes: [WholeSolutions] = []
    /// For each system, the solutions in whole numbers found so far, called worlds. Each world proves that one value of
    /// every count is possible.
    private var worlds: [[[Int]]] = []
    /// The largest number of worlds kept for each system.
    private static let maxWorlds = 300
    /// The column of each unknown part in its system.
    private(set) var columns: [Int]

    init(_ problem: DisclosureProblem, withheld: Set<Int>) throws(DisclosureFailure) {
        guard !problem.isTooLarge else { throw .numbersTooLarge }
        self.problem = problem
        known = [Int?](repeating: nil, count: problem.parts)
        places = [Int?](repeating: nil, count: problem.parts)
        columns = [Int](repeating: 0, count: problem.parts)
        let shown = problem.counts.indices.filter { !withheld.contains($0) }
        try settle(shown.map { (problem.counts[$0].parts, problem.value($0)) })
    }

    /// Returns whether the count has at least this many possible values, which are the whole numbers between its
    /// bounds. With `proven`, each value must occur in a world.
    mutating func possible(_ count: Int, atLeast least: Int, proven: Bool = false) throws(DisclosureFailure) -> Bool {
        guard let (low, high, bySystem) = try extremes(of: count) else { return true }
        guard Saturated.difference(high.floor, low.ceiling) >= least - 1 else { return false }
        return !proven || isProven(bySystem, least)
    }

    private typealias SystemRange = (system: Int, columns: [Int], range: ClosedRange<Int>)

    /// Returns the smallest and the largest sum of those parts of the count that do not follow directly; nil when there
    /// is no largest sum.
    private mutating func extremes(
        of count: Int
    ) throws(DisclosureFailure) -> (low: ExactBound, high: ExactBound, bySystem: [SystemRange])? {
        var objectives: [Int: [Int]] = [:]
        for part in problem.counts[count].parts where known[part] == nil {
            guard let system = places[part] else { return nil }
            objectives[system, default: []].append(columns[part])
        }
        var (low, high) = (ExactBound(0, over: 1), ExactBound(0, over: 1))
        var bySystem: [SystemRange] = []
        for (system, columns) in objectives.sorted(by: { $0.key < $1.key }) {
            guard case .value(let most, let denominator) = try systems[system].maximum(columns.map { ($0, 1) }) else {
                return nil
            }
            keepWorld(systems[system].wholeValues(wholes[system].columns), of: system)
            guard case .value(let fewest, let scale) = try systems[system].maximum(columns.map { ($0, -1) }) else {
                return nil
            }
            keepWorld(systems[system].wholeValues(wholes[system].columns), of: system)
            let (greatest, smallest) = (ExactBound(most, over: denominator), ExactBound(-fewest, over: scale))
            high = try high.plus(most, over: denominator)
            low = try low.plus(-fewest, over: scale)
            bySystem.append((system, columns, smallest.ceiling...max(smallest.ceiling, greatest.floor)))
        }
        return (low, high, bySystem)
    }

    /// Returns whether this many values of a count occur in worlds. Systems are independent of each other: `m` values
    /// in one and `n` in another make at least `m + n - 1` sums possible.
    private mutating func isProven(_ bySystem: [SystemRange], _ least: Int) -> Bool {
        var found = 1
        for (system, columns, range) in bySystem where found < least {
            // Values near the middle are the most likely to be possible. Where one value is possible, nearly all are.
            let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
            let first = max(range.lowerBound, middle - 4 * least)
            var own = 0
            for value in first...min(range.upperBound, first + 8 * least) where found + own - 1 < least {
                if worlds[system].contains(where: { world in columns.reduce(0) { $0 + world[$1] } == value }) {
                    own += 1
                } else if let world = wholes[system].solution(sum: columns, value: value) {
                    keepWorld(world, of: system)
                    own += 1
                }
            }
            found += max(0, own - 1)
        }
        return found >= least
    }

    private mutating func keepWorld(_ world: [Int]?, of system: Int) {
        guard let world, worlds[system].count < Self.maxWorlds else { return }
        worlds[system].append(world)
    }

    /// Works out the parts that follow directly, and makes systems of the remaining equations.
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

    /// A limit without the known parts: the sum of the terms is at least the value.
    private typealias OpenLimit = (terms: [(part: Int, factor: Int)], value: Int)

    private func openLimits() throws(DisclosureFailure) -> [OpenLimit] {
        var found: [OpenLimit] = []
        for limit in problem.limits {
            let open = limit.terms.filter { known[$0.part] == nil }
            let value = -limit.room { known[$0] ?? 0 }
            if !open.isEmpty { found.append((open, value)) } else if value > 0 { throw .contradictoryCounts }
        }
        return found
    }

    private mutating func makeSystems(_ equations: [(parts: [Int], value: Int)]) throws(DisclosureFailure) {
        var roots = Array(0..<problem.parts)
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
        let limits = try openLimits()
        for limit in limits {
            for term in limit.terms.dropFirst() {
                let (one, other) = (root(limit.terms[0].part), root(term.part))
                roots[max(one, other)] = min(one, other)
            }
        }
        var groups: [Int: (equations: [(parts: [Int], value: Int)], limits: [OpenLimit])] = [:]
        for equation in equations { groups[root(equation.parts[0]), default: ([], [])].equations.append(equation) }
        for limit in limits { groups[root(limit.terms[0].part), default: ([], [])].limits.append(limit) }
        for (_, group) in groups.sorted(by: { $0.key < $1.key }) where !group.equations.isEmpty {
            let parts = Set(group.equations.flatMap(\.parts) + group.limits.flatMap { $0.terms.map(\.part) }).sorted()
            for (column, part) in parts.enumerated() { (places[part], columns[part]) = (systems.count, column) }
            let bounds = group.limits.enumerated().map { number, limit in
                CountLimit.equation(
                    limit.terms.map { (columns[$0.part], $0.factor) }, gap: parts.count + number, value: limit.value)
            }
            let own = WholeSolutions(
                columns: parts.count + bounds.count,
                equations: group.equations.map { equation in (equation.parts.map { (columns[$0], 1) }, equation.value) }
                    + bounds)
            wholes.append(own)
            worlds.append([])
            systems.append(try ExactSimplex(columns: own.columns, equations: own.equations))
        }
    }
}

/// A bound as an exact fraction. The numbers fit in an `Int`, but are stored in twice the width, so that changing a
/// sign never overflows.
struct ExactBound {
    private let numerator: Int128
    private let denominator: Int128

    init(_ numerator: Int, over denominator: Int) {
        self.numerator = Int128(numerator)
        self.denominator = Int128(denominator)
    }

    func plus(_ other: Int, over scale: Int) throws(DisclosureFailure) -> ExactBound {
        guard let sum = Int(exactly: numerator * Int128(scale) + Int128(other) * denominator),
            let scale = Int(exactly: denominator * Int128(scale))
        else { throw .numbersTooLarge }
        return ExactBound(sum, over: scale)
    }

    /// The largest whole number that is not above the bound, and the smallest that is not below it.
    var floor: Int { Int(clamping: Self.floor(numerator, denominator)) }
    var ceiling: Int { Int(clamping: -Self.floor(-numerator, denominator)) }

    private static func floor(_ numerator: Int128, _ denominator: Int128) -> Int128 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? quotient - 1 : quotient
    }
}
