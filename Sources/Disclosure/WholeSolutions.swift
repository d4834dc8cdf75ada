/// Searches for whole numbers that solve equations. Counts are whole numbers, and sometimes there is no whole solution
/// between two fractional bounds.
struct WholeSolutions {
    /// The number of variables, which are 0 or more, and the equations over them.
    let columns: Int
    let equations: [(terms: [(column: Int, factor: Int)], value: Int)]

    /// The largest number of systems tried before the search ends. A value that is not proved possible counts as
    /// impossible.
    private static let maxTrials = 200

    /// Returns whole numbers that solve the equations, with the value as the sum of the given variables; nil when none
    /// were found with reasonable effort.
    func solution(sum: [Int], value: Int) -> [Int]? {
        var trials = 0
        var open: [[Limit]] = [[]]
        while let limits = open.popLast(), trials < Self.maxTrials {
            trials += 1
            guard let system = try? system(sum, value, limits) else { continue }
            guard let (column, floor) = system.firstFraction else { return system.wholeValues(columns) }
            open.append(limits + [Limit(column: column, isUpper: true, bound: floor)])
            open.append(limits + [Limit(column: column, isUpper: false, bound: floor + 1)])
        }
        return nil
    }

    /// A bound on one variable.
    private struct Limit {
        let column: Int
        let isUpper: Bool
        let bound: Int
    }

    private func system(_ sum: [Int], _ value: Int, _ limits: [Limit]) throws(DisclosureFailure) -> ExactSimplex {
        var system = equations
        system.append((sum.map { ($0, 1) }, value))
        // Each bound has its own variable for the gap, which is a whole number when the others are.
        for (number, limit) in limits.enumerated() {
            system.append(([(limit.column, 1), (columns + number, limit.isUpper ? 1 : -1)], limit.bound))
        }
        return try ExactSimplex(columns: columns + limits.count, equations: system)
    }
}
