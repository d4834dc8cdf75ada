/// That some persons are among others, which readers know although no figure says it: the sum of some parts is at most the sum
/// of others.
struct CountLimit: Sendable {
    let smaller, larger: [Int]

    /// All its parts, each with its sign in what the larger sum leaves over.
    var terms: [(part: Int, factor: Int)] { larger.map { ($0, 1) } + smaller.map { ($0, -1) } }

    /// What the larger sum leaves over of the values of the parts.
    func room(_ value: (Int) -> Int) -> Int { terms.reduce(0) { $0 + $1.factor * value($1.part) } }

    /// The same over other numbers of the parts.
    func renumbered(_ number: (Int) -> Int?) -> CountLimit {
        CountLimit(smaller: smaller.compactMap(number), larger: larger.compactMap(number))
    }
}

extension CountLimit {
    /// An equation of a limit: what the larger sum leaves over is a variable of its own, in the column. `value` is what must be
    /// left beside the terms; its sign is that which systems of equations ask for.
    static func equation(
        _ terms: [(column: Int, factor: Int)], gap column: Int, value: Int
    ) -> (terms: [(column: Int, factor: Int)], value: Int) {
        let all = terms + [(column: column, factor: -1)]
        return value >= 0 ? (all, value) : (all.map { ($0.column, -$0.factor) }, -value)
    }
}
