/// The smallest sets of printed numbers that explain the failing relations: when the numbers of one set are wrong, all
/// others can be right. Every set of the smallest size is included.
struct Diagnosis: Sendable {
    /// One explanation: numbers that may be wrong, each with the bounds of its correct value.
    struct Explanation: Sendable {
        let values: [Int: Bounds]
    }

    /// The relations that fail.
    let failing: [Int]
    /// Every explanation of the smallest size, in order; empty when the search found none within its limits.
    let explanations: [Explanation]
    /// The printed numbers that can have caused the failures.
    let suspects: [Int]

    /// Numbers that are wrong in every explanation.
    var located: [Int] {
        guard let first = explanations.first else { return [] }
        return first.values.keys.filter { number in explanations.allSatisfy { $0.values[number] != nil } }.sorted()
    }

    /// Numbers that are wrong in some explanations and right in others.
    var tied: [Int] {
        let sure = Set(located)
        return Set(explanations.flatMap(\.values.keys)).subtracting(sure).sorted()
    }

    /// Returns the bounds of the number's correct value over all explanations.
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
