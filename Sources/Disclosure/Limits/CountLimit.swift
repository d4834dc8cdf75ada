/// A limit that readers know although no figure shows it. Some persons must also be counted among others, so the sum of
/// some parts is at most the sum of other parts.
struct CountLimit: Sendable {
    let smaller, larger: [Int]

    /// All parts of the limit, each with its sign in the larger sum less the smaller sum.
    var terms: [(part: Int, factor: Int)] { larger.map { ($0, 1) } + smaller.map { ($0, -1) } }

    /// Returns the larger sum less the smaller sum, for these values of the parts.
    func room(_ value: (Int) -> Int) -> Int { terms.reduce(0) { $0 + $1.factor * value($1.part) } }

    /// Returns the limit with other numbers for its parts.
    func renumbered(_ number: (Int) -> Int?) -> CountLimit {
        CountLimit(smaller: smaller.compactMap(number), larger: larger.compactMap(number))
    }
}

extension CountLimit {
    /// Returns a limit as an equation. The larger sum less the smaller sum is an extra variable, in the column `gap`.
    /// `value` is the least that the terms must add up to. Signs are chosen so that the right side is not negative, as
    /// systems of equations require.
    static func equation(
        _ terms: [(column: Int, factor: Int)], gap column: Int, value: Int
    ) -> (terms: [(column: Int, factor: Int)], value: Int) {
        let all = terms + [(column: column, factor: -1)]
        return value >= 0 ? (all, value) : (all.map { ($0.column, -$0.factor) }, -value)
    }
}
