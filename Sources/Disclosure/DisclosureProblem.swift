import Indicators

/// Counts that are made of the same parts, some of which are to be withheld: what a reader of a release can reason about.
///
/// The parts are whole numbers that nobody publishes as such: the events of one category, month and area, for example. A
/// count is the sum of some of them, so that totals, years to date and whole areas all are sums over the same parts, and
/// everything that a reader can conclude by adding and subtracting follows from the published sums. A published difference,
/// rate or percentage counts as publishing every count that it rests on, which tells a reader at least as much.
public struct DisclosureProblem: Sendable {
    /// A count that a release shows or withholds.
    public struct Count: Sendable {
        /// What it is, for messages.
        public let name: String
        /// The parts that it is the sum of.
        public let parts: [Int]
        /// How many it is; 0 until the problem says it.
        public internal(set) var value = 0
        /// How many values must remain possible when it may not be told; nil when it may.
        public let leastPossible: Int?
        /// Whether it has been published before and cannot be withheld any more.
        public let isPublic: Bool
        /// What withholding it costs.
        public let weight: Int

        /// A count from its parts.
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
    /// The true value of each part; nil when nobody knows it.
    let truth: [Int]?

    /// What readers know beside the counts.
    let limits: [CountLimit]
    /// What may not be known of each part; empty when only counts are asked for.
    let policies: [DisclosurePolicy]

    /// A problem from the true value of each part, 0 or more.
    public init(truth: [Int], counts: [Count]) { self.init(truth: truth, counts: counts, limits: []) }

    /// A problem with what readers know beside the counts.
    init(truth: [Int], counts: [Count], limits: [CountLimit], policies: [DisclosurePolicy] = []) {
        self.init(
            parts: truth.count, counts: counts, values: counts.map { $0.parts.reduce(0) { $0 + truth[$1] } },
            truth: truth, limits: limits, policies: policies)
    }

    /// A problem from the true value of each count, when nobody knows the parts'.
    init(
        parts: Int, counts: [Count], values: [Int], truth: [Int]? = nil, limits: [CountLimit] = [],
        policies: [DisclosurePolicy] = []
    ) {
        self.parts = parts
        self.limits = limits
        self.policies = policies
        self.truth = truth
        self.counts = zip(counts, values).map { count, value in
            var count = count
            count.value = value
            return count
        }
    }

    /// The true value of a count.
    public func value(_ count: Int) -> Int { counts[count].value }

    /// The counts that may not be told, unless they have been published before.
    public var primary: Set<Int> {
        Set(counts.indices.filter { counts[$0].leastPossible != nil && !counts[$0].isPublic })
    }

    /// The counts that a reader can recover although they are withheld, in their order. A count that may not be told is
    /// recovered unless as many whole values as its policy asks for are proved to be possible; one that is withheld to protect
    /// others, unless two are. What earlier publications give away by themselves no longer can be protected: it is left out.
    public func recovered(withheld: Set<Int>) throws(DisclosureFailure) -> [Int] {
        let found = try recovered(among: withheld.sorted(), withheld: withheld, proven: true)
        let given = try givenAway(Set(found), proven: true)
        return found.filter { !given.contains($0) }
    }

    /// The counts, of those asked for, that a reader can recover; without `proven` by bounds alone, which is quicker and may
    /// miss some.
    func recovered(
        among asked: [Int], withheld: Set<Int>, proven: Bool = false
    ) throws(DisclosureFailure) -> [Int] {
        var bounds = try CountBounds(self, withheld: withheld)
        var found: [Int] = []
        for count in asked where try !bounds.possible(count, atLeast: leastPossible(count), proven: proven) {
            found.append(count)
        }
        return found
    }

    /// So many values must remain possible for a withheld count.
    func leastPossible(_ count: Int) -> Int { counts[count].leastPossible ?? 2 }
}
