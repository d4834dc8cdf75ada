import Indicators

/// A problem that a reader of a release can try to solve: counts are sums of the same parts, and some of the counts are
/// withheld.
///
/// The parts are whole numbers that are not published themselves, such as the events of one category, month and area.
/// Every count is the sum of some parts, including totals, years to date and whole areas. Everything that a reader can
/// conclude by adding and subtracting therefore follows from the published sums. A published difference, rate or
/// percentage is treated as if every count behind it were published, which would show a reader at least as much.
public struct DisclosureProblem: Sendable {
    /// A count that a release shows or withholds.
    public struct Count: Sendable {
        /// The count's name in messages.
        public let name: String
        /// The parts that add up to the count.
        public let parts: [Int]
        /// The true value; 0 until the problem sets it.
        public internal(set) var value = 0
        /// How many values must remain possible when the count must be withheld; nil when it may be published.
        public let leastPossible: Int?
        /// Whether the count has been published before, so that it can no longer be withheld.
        public let isPublic: Bool
        /// The cost of withholding the count.
        public let weight: Int

        /// Creates a count with these properties.
        public init(name: String, parts: [Int], leastPossible: Int?, isPublic: Bool = false, weight: Int = 1) {
            self.name = name
            self.parts = parts
            self.leastPossible = leastPossible
            self.isPublic = isPublic
            self.weight = weight
        }
    }

    /// How many parts there are.
    public let parts: Int
    public let counts: [Count]
    /// The true value of each part; nil when these values are not known.
    let truth: [Int]?
    /// Whether the numbers are too large for exact arithmetic. In this case nothing is worked out: every count that can
    /// be withheld is withheld.
    let isTooLarge: Bool

    /// The largest sum of all numbers: up to this limit, the sums and products in the reasoning fit in an `Int`.
    static let largestSum = Int.max / 256

    /// What readers know in addition to the counts.
    let limits: [CountLimit]
    /// The policy of each part; empty when only counts are protected.
    let policies: [DisclosurePolicy]

    /// Creates a problem from the true value of each part, which is 0 or more.
    public init(truth: [Int], counts: [Count]) { self.init(truth: truth, counts: counts, limits: []) }

    /// Creates a problem with what readers know in addition to the counts.
    init(truth: [Int], counts: [Count], limits: [CountLimit], policies: [DisclosurePolicy] = []) {
        self.init(
            parts: truth.count, counts: counts, values: counts.map { Saturated.sum($0.parts.lazy.map { truth[$0] }) },
            truth: truth, limits: limits, policies: policies)
    }

    /// Creates a problem from the true value of each count, for when the values of the parts are not known.
    init(
        parts: Int, counts: [Count], values: [Int], truth: [Int]? = nil, limits: [CountLimit] = [],
        policies: [DisclosurePolicy] = []
    ) {
        self.parts = parts
        self.limits = limits
        self.policies = policies
        self.truth = truth
        isTooLarge = Saturated.sum((truth ?? values).lazy.map { Int(clamping: $0.magnitude) }) > Self.largestSum
        self.counts = zip(counts, values).map { count, value in
            var count = count
            count.value = value
            return count
        }
    }

    /// Returns the true value of a count.
    public func value(_ count: Int) -> Int { counts[count].value }

    /// The counts that must not be published, except those that have been published before.
    public var primary: Set<Int> {
        Set(counts.indices.filter { counts[$0].leastPossible != nil && !counts[$0].isPublic })
    }

    /// Returns how many values must remain possible for a withheld count.
    func leastPossible(_ count: Int) -> Int { counts[count].leastPossible ?? 2 }
}
