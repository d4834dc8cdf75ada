import Indicators

/// Counts that are made of the same parts, some of which are to be withheld: what a reader of a release can reason about.
///
/// The parts are whole numbers that are not published as such: the events of one category, month and area, for example. A
/// count is the sum of some of them, so totals, years to date and whole areas are sums over the same parts. So
/// everything that a reader can conclude by adding and subtracting follows from the published sums. A published difference,
/// rate or percentage counts as publishing every count that it rests on, which shows a reader at least as much.
public struct DisclosureProblem: Sendable {
    /// A count that a release shows or withholds.
    public struct Count: Sendable {
        /// What it is, for messages.
        public let name: String
        /// The parts that it is the sum of.
        public let parts: [Int]
        /// How many it is; 0 until the problem says it.
        public internal(set) var value = 0
        /// How many values must remain possible when it may not be published; nil when it may.
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
    /// The true value of each part; nil when it is not known.
    let truth: [Int]?
    /// Whether the numbers are so large that reasoning about them could leave exact arithmetic: then nothing is reasoned, and
    /// everything that can be withheld is.
    let isTooLarge: Bool

    /// All numbers together are at most so large: what reasoning multiplies and adds up stays within a word.
    static let largestSum = Int.max / 256

    /// What readers know beside the counts.
    let limits: [CountLimit]
    /// What may not be known of each part; empty when only counts are asked for.
    let policies: [DisclosurePolicy]

    /// A problem from the true value of each part, 0 or more.
    public init(truth: [Int], counts: [Count]) { self.init(truth: truth, counts: counts, limits: []) }

    /// A problem with what readers know beside the counts.
    init(truth: [Int], counts: [Count], limits: [CountLimit], policies: [DisclosurePolicy] = []) {
        self.init(
            parts: truth.count, counts: counts, values: counts.map { Saturated.sum($0.parts.lazy.map { truth[$0] }) },
            truth: truth, limits: limits, policies: policies)
    }

    /// A problem from the true value of each count, when the parts' values are not known.
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

    /// The true value of a count.
    public func value(_ count: Int) -> Int { counts[count].value }

    /// The counts that may not be published, unless they have been published before.
    public var primary: Set<Int> {
        Set(counts.indices.filter { counts[$0].leastPossible != nil && !counts[$0].isPublic })
    }

    /// So many values must remain possible for a withheld count.
    func leastPossible(_ count: Int) -> Int { counts[count].leastPossible ?? 2 }
}
