import Disclosure

/// A made-up release, in a form that other programs can read: counts, figures that are made from two counts, and the
/// counts that are withheld.
struct DisclosureCase: Encodable {
    /// A number of the release, the sum of some parts.
    struct Count: Encodable {
        let name: String
        let parts: [Int]
        let value: Int
        /// The number of values that must remain possible; nil for a count that may be published.
        let least: Int?
        /// Whether an earlier release has the number.
        let published: Bool
        /// Whether the number itself is in a table, and not only figures that are made from it.
        let displayed: Bool
    }

    /// A number that is made from two counts. It is shown unless one of the counts is withheld.
    struct Derived: Encodable {
        /// `difference` or `percent`.
        let kind: String
        let now: Int
        let before: Int
        /// As `figures.csv` has it.
        let value: String
    }

    /// The counts that are withheld, and those of them that a reader can recover according to the checker.
    struct Suppression: Encodable {
        let withheld: [Int]
        let recovered: [Int]
    }

    let number: Int
    let parts: Int
    let counts: [Count]
    let derived: [Derived]
    /// The result when only small counts are withheld, and the result with secondary suppression.
    let primary: Suppression
    let full: Suppression
}

extension DisclosureCase {
    init(number: Int, _ release: MadeUpRelease) throws(DisclosureFailure) {
        let problem = release.problem
        self.number = number
        parts = problem.parts
        counts = zip(problem.counts.indices, problem.counts).map { index, count in
            Count(
                name: count.name, parts: count.parts, value: problem.value(index), least: count.leastPossible,
                published: count.isPublic, displayed: !release.hidden.contains(index))
        }
        derived = release.derived
        primary = try Suppression(release, problem.primary)
        full = try Suppression(release, problem.withheld())
    }
}

extension DisclosureCase.Suppression {
    init(_ release: MadeUpRelease, _ withheld: Set<Int>) throws(DisclosureFailure) {
        self.withheld = withheld.sorted()
        // A count that is in no table is shown only by figures that are derived from it. A fall to zero is always 100
        // percent.
        let told = release.derived.filter { !withheld.contains($0.now) && !withheld.contains($0.before) }
        let unknown = withheld.union(release.hidden.subtracting(told.filter { $0.value != "-100" }.map(\.before)))
        recovered = try release.problem.recovered(withheld: unknown).filter { withheld.contains($0) }
    }
}
