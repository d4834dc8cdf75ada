/// The fewest printed numbers that must be wrong for the rest to be right: every set of so many that explains what fails.
struct Diagnosis: Sendable {
    /// One way to explain it: numbers that may be wrong, each with what it could be instead.
    struct Explanation: Sendable {
        let values: [Int: Bounds]
    }

    /// The relations that fail.
    let failing: [Int]
    /// Every way of the smallest size, in order; none when there are too many to read.
    let explanations: [Explanation]
    /// The numbers that stand in what fails.
    let suspects: [Int]

    /// Numbers that are wrong in every explanation.
    var located: [Int] {
        guard let first = explanations.first else { return [] }
        return first.values.keys.filter { number in explanations.allSatisfy { $0.values[number] != nil } }.sorted()
    }

    /// Numbers that are wrong in some ways and right in others.
    var tied: [Int] {
        let sure = Set(located)
        return Set(explanations.flatMap(\.values.keys)).subtracting(sure).sorted()
    }

    /// What the number could be: the hull over all explanations.
    func value(of number: Int) -> Bounds? {
        let all = explanations.compactMap { $0.values[number] }
        guard var hull = all.first else { return nil }
        for bounds in all.dropFirst() {
            hull.lower = hull.lower.flatMap { a in bounds.lower.map { min(a, $0) } }
            hull.upper = hull.upper.flatMap { a in bounds.upper.map { max(a, $0) } }
        }
        return hull
    }
}
