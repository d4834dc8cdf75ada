/// Solves linear programs with whole coefficients without rounding. It finds maxima over all x ≥ 0 with A x = b, where
/// b ≥ 0.
///
/// The table holds whole numbers over one common denominator, so that every division is exact (Edmonds 1967; Bareiss
/// 1968). For tables of counts, the denominator is nearly always 1. A product that does not fit throws an error and
/// never gives a wrong result.
struct ExactSimplex {
    /// A maximum as a fraction, or no maximum because the sum is unbounded.
    enum Maximum {
        case unbounded
        case value(numerator: Int, denominator: Int)
    }

    private let columns: Int
    private var rows: Int
    /// The rows one after another, each with its right side last.
    private var table: [Int]
    /// The common denominator, always positive.
    private var scale = 1
    /// The column of each row's basic variable; -1 for an artificial one.
    private var basis: [Int]

    /// Creates a system of equations, each with its terms and its right side.
    init(columns: Int, equations: [(terms: [(column: Int, factor: Int)], value: Int)]) throws(DisclosureFailure) {
        self.columns = columns
        rows = equations.count
        table = [Int](repeating: 0, count: equations.count * (columns + 1))
        basis = [Int](repeating: -1, count: equations.count)
        for (row, equation) in equations.enumerated() {
            for term in equation.terms {
                let place = row * (columns + 1) + term.column
                table[place] = try Self.sum(table[place], term.factor)
            }
            table[row * (columns + 1) + columns] = equation.value
        }
        try findFeasible()
    }

    /// Returns the largest value of a sum over the solutions. The system then stays at a solution with that value.
    mutating func maximum(_ objective: [(column: Int, factor: Int)]) throws(DisclosureFailure) -> Maximum {
        var cost = [Int](repeating: 0, count: columns + 1)
        var factors: [Int: Int] = [:]
        for term in objective {
            cost[term.column] = try Self.sum(cost[term.column], Self.product(term.factor, scale))
            factors[term.column] = try Self.sum(factors[term.column] ?? 0, term.factor)
        }
        for row in 0..<rows {
            guard let factor = factors[basis[row]] else { continue }
            for column in 0...columns {
                let share = try Self.product(factor, table[row * (columns + 1) + column])
                cost[column] = try Self.difference(cost[column], share)
            }
        }
        table += cost
        defer { table.removeLast(columns + 1) }
        guard try climb() else { return .unbounded }
        return .value(numerator: try Self.difference(0, table[rows * (columns + 1) + columns]), denominator: scale)
    }

    /// Whether a variable is positive in the current solution.
    func isPositive(_ column: Int) -> Bool {
        basis.firstIndex(of: column).map { table[$0 * (columns + 1) + columns] > 0 } ?? false
    }

    /// Returns the value of a variable in the current solution, as a fraction.
    func value(of column: Int) -> (numerator: Int, denominator: Int) {
        (basis.firstIndex(of: column).map { table[$0 * (columns + 1) + columns] } ?? 0, scale)
    }

    /// Returns the values of the first variables in the current solution; nil when any variable is not a whole number.
    func wholeValues(_ number: Int) -> [Int]? {
        var values = [Int](repeating: 0, count: number)
        for row in 0..<rows where basis[row] >= 0 {
            let value = table[row * (columns + 1) + columns]
            guard value % scale == 0 else { return nil }
            if basis[row] < number { values[basis[row]] = value / scale }
        }
        return values
    }

    /// The first variable that is not a whole number in the current solution, and the whole number below it.
    var firstFraction: (column: Int, floor: Int)? {
        for row in 0..<rows {
            let value = table[row * (columns + 1) + columns]
            if value % scale != 0 { return (basis[row], value / scale) }
        }
        return nil
    }

    // MARK: Steps

    /// Finds a first solution. Each row starts with an artificial variable, which is replaced; a row where this is not
    /// possible is redundant.
    private mutating func findFeasible() throws(DisclosureFailure) {
        var cost = [Int](repeating: 0, count: columns + 1)
        for row in 0..<rows {
            for column in 0...columns {
                cost[column] = try Self.sum(cost[column], table[row * (columns + 1) + column])
            }
        }
        table += cost
        _ = try climb()
        let isFeasible = table[rows * (columns + 1) + columns] == 0
        table.removeLast(columns + 1)
        guard isFeasible else { throw .contradictoryCounts }
        var row = 0
        while row < rows {
            let start = row * (columns + 1)
            if basis[row] >= 0 {
                row += 1
            } else if let column = (0..<columns).first(where: { table[start + $0] != 0 }) {
                if table[start + column] < 0 {
                    for index in start...start + columns { table[index] = try Self.difference(0, table[index]) }
                }
                try pivot(row, column)
                row += 1
            } else {
                table.removeSubrange(start...start + columns)
                basis.remove(at: row)
                rows -= 1
            }
        }
    }

    /// Maximises the cost row, which is below the others. Returns false when it is unbounded.
    private mutating func climb() throws(DisclosureFailure) -> Bool {
        var steps = 0
        while let column = entering(careful: steps > 10 * (rows + columns)) {
            guard let row = leaving(column) else { return false }
            try pivot(row, column)
            steps += 1
        }
        return true
    }

    /// Returns the column with the largest gain. With `careful`, returns the first with any gain (Bland's rule), which
    /// never leads to a cycle.
    private func entering(careful: Bool) -> Int? {
        let start = rows * (columns + 1)
        var best: Int?
        for column in 0..<columns where table[start + column] > best.map({ table[start + $0] }) ?? 0 {
            if careful { return column }
            best = column
        }
        return best
    }

    private func leaving(_ column: Int) -> Int? {
        var best: Int?
        for row in 0..<rows where table[row * (columns + 1) + column] > 0 {
            guard let other = best else {
                best = row
                continue
            }
            let (mine, its) = (row * (columns + 1), other * (columns + 1))
            let left = Int128(table[mine + columns]) * Int128(table[its + column])
            let right = Int128(table[its + columns]) * Int128(table[mine + column])
            if left < right || (left == right && basis[row] < basis[other]) { best = row }
        }
        return best
    }

    private mutating func pivot(_ row: Int, _ column: Int) throws(DisclosureFailure) {
        let width = columns + 1
        let count = table.count / width
        let divisor = scale
        let own = row * width
        let pivot = table[own + column]
        let fits = unsafe table.withUnsafeMutableBufferPointer { table in
            for other in 0..<count where other != row {
                let start = other * width
                let factor = unsafe table[start + column]
                if factor == 0, pivot == divisor { continue }
                for index in 0..<width {
                    let (left, leftOver) = unsafe table[start + index].multipliedReportingOverflow(by: pivot)
                    let (right, rightOver) = unsafe factor.multipliedReportingOverflow(by: table[own + index])
                    let (value, over) = left.subtractingReportingOverflow(right)
                    if leftOver || rightOver || over { return false }
                    unsafe table[start + index] = divisor == 1 ? value : value / divisor
                }
            }
            return true
        }
        guard fits else { throw .numbersTooLarge }
        scale = pivot
        basis[row] = column
    }

    // MARK: Arithmetic

    private static func sum(_ one: Int, _ other: Int) throws(DisclosureFailure) -> Int {
        try fitting(one.addingReportingOverflow(other))
    }

    private static func difference(_ one: Int, _ other: Int) throws(DisclosureFailure) -> Int {
        try fitting(one.subtractingReportingOverflow(other))
    }

    private static func product(_ one: Int, _ other: Int) throws(DisclosureFailure) -> Int {
        try fitting(one.multipliedReportingOverflow(by: other))
    }

    private static func fitting(_ result: (partialValue: Int, overflow: Bool)) throws(DisclosureFailure) -> Int {
        guard !result.overflow else { throw .numbersTooLarge }
        return result.partialValue
    }
}
