/// The worlds that differ from the true one in only some of the parts. Each of them is a world of the whole system, so
/// a value that a count has in one of them is possible. A value that it has in none of them may still be possible.
struct PartialWorlds {
    /// A count, reduced to these parts.
    private struct Equation {
        var columns: [Int]
        var value: Int
        /// The counts that give the same equation, and the cost of withholding all of them. The cost is nil when one of
        /// them cannot be withheld.
        var counts: [Int]
        var weight: Int?
    }

    private let problem: DisclosureProblem
    private let parts: [Int]
    private let truth: [Int]
    private var columns: [Int: Int] = [:]
    private var equations: [Equation] = []
    /// What readers know in addition to the counts, reduced to these parts.
    private var limits: [(terms: [(column: Int, factor: Int)], value: Int)] = []

    /// Creates the worlds for these shown counts. With `fixed`, none of the shown counts can still be withheld.
    init(
        _ problem: DisclosureProblem, truth: [Int], parts: [Int], shown: some Sequence<Int>, fixed: Bool
    ) {
        self.problem = problem
        self.parts = parts
        self.truth = truth
        for (column, part) in parts.enumerated() { columns[part] = column }
        for limit in problem.limits {
            let own = limit.terms.compactMap { term in columns[term.part].map { (column: $0, factor: term.factor) } }
            if own.isEmpty { continue }
            limits.append((own, -limit.room { columns[$0] == nil ? truth[$0] : 0 }))
        }
        var positions: [[Int]: Int] = [:]
        for count in shown {
            let own = problem.counts[count].parts.compactMap { columns[$0] }
            guard !own.isEmpty else { continue }
            let weight = fixed || problem.counts[count].isPublic ? nil : problem.counts[count].weight
            if let position = positions[own] {
                equations[position].counts.append(count)
                equations[position].weight = weight.flatMap { new in equations[position].weight.map { $0 + new } }
                continue
            }
            positions[own] = equations.count
            equations.append(
                Equation(
                    columns: own, value: own.reduce(0) { $0 + truth[parts[$1]] }, counts: [count], weight: weight))
        }
    }

    /// Returns the cheapest world of whole numbers where the count has the value, as changes to the parts; nil when
    /// none was found.
    func cheapest(_ count: Int, at value: Int) -> [Int: Int]? {
        let own = problem.counts[count].parts.compactMap { columns[$0] }
        let target = value - problem.value(count) + own.reduce(0) { $0 + truth[parts[$1]] }
        guard !own.isEmpty, target >= 0 else { return nil }
        var system: [(terms: [(column: Int, factor: Int)], value: Int)] = []
        var costs: [(column: Int, factor: Int)] = []
        var next = parts.count
        for equation in equations {
            var terms = equation.columns.map { (column: $0, factor: 1) }
            if let weight = equation.weight {
                terms += [(next, 1), (next + 1, -1)]
                costs += [(next, -weight), (next + 1, -weight)]
                next += 2
            }
            system.append((terms, equation.value))
        }
        for limit in limits {
            system.append(CountLimit.equation(limit.terms, gap: next, value: limit.value))
            next += 1
        }
        system.append((own.map { ($0, 1) }, target))
        guard var simplex = try? ExactSimplex(columns: next, equations: system),
            case .value? = try? simplex.maximum(costs)
        else { return nil }
        if let world = simplex.wholeValues(next) { return changes(to: world) }
        // The counts that change in the fractional solution are taken as withheld, and a solution in whole numbers is
        // searched for.
        let hard = equations.filter { equation in
            equation.weight == nil
                || equation.columns.reduce(Rest(equation.value)) { $0.less(simplex.value(of: $1)) }.isZero
        }
        let whole = WholeSolutions(
            columns: parts.count + limits.count,
            equations: hard.map { ($0.columns.map { ($0, 1) }, $0.value) }
                + limits.enumerated().map {
                    CountLimit.equation($1.terms, gap: parts.count + $0, value: $1.value)
                })
        return whole.solution(sum: own, value: target).map(changes)
    }

    private func changes(to world: [Int]) -> [Int: Int] {
        var steps: [Int: Int] = [:]
        for (column, part) in parts.enumerated() where world[column] != truth[part] {
            steps[part] = world[column] - truth[part]
        }
        return steps
    }

    /// The remainder of a value, over the denominator of a system.
    private struct Rest {
        var value: Int128
        var taken: Int128 = 0
        var scale: Int128 = 1

        init(_ value: Int) { self.value = Int128(value) }

        func less(_ other: (numerator: Int, denominator: Int)) -> Rest {
            var rest = self
            rest.taken += Int128(other.numerator)
            rest.scale = Int128(other.denominator)
            return rest
        }

        var isZero: Bool { value * scale == taken }
    }
}
