import Core
public import Indicators

/// The true numbers behind the figures of a release whose sources may have to be withheld, and which of them it shows: what
/// must be known to say whether another release beside it reveals anything. It is kept in the state folder alone.
public struct DisclosureRecord: Codable, Sendable {
    /// One number.
    public struct Count: Codable, Hashable, Sendable {
        /// What it is, for messages.
        public var name: String
        /// What it counts; the measure of clients is in `stage`.
        public var subject: SubjectCode
        /// The stage that counted clients reached, by its raw value.
        public var stage: Int?
        /// The months that are counted, or the last month of twelve, or what returns are for.
        public var periods: [String]
        /// The ONS codes of the areas that are counted.
        public var areas: [String]
        /// How many.
        public var value: Int
        /// Whether a figure of the release shows it.
        public var isShown: Bool
        /// The policy: withheld below so many; nil for no policy.
        public var below: Int?
        public var zeroToo: Bool

        /// A number from its parts.
        public init(
            name: String, subject: SubjectCode, stage: Int? = nil, periods: [String], areas: [String], value: Int,
            isShown: Bool, below: Int?, zeroToo: Bool = false
        ) {
            self.name = name
            self.subject = subject
            self.stage = stage
            self.periods = periods
            self.areas = areas
            self.value = value
            self.isShown = isShown
            self.below = below
            self.zeroToo = zeroToo
        }
    }

    public var counts: [Count]
    /// The drug codes that clients of a source have, by source: groups that differ by other codes alone have the same clients.
    /// Nil in records of earlier versions.
    public var drugCodes: [String: [UInt16]]?
    /// The sources that it is about and has no number of; nil when there are none.
    public var sourcesWithoutNumbers: [String]?

    /// A record of the counts.
    public init(_ counts: [Count], drugCodes: [String: [UInt16]]? = nil, about sources: Set<String> = []) {
        self.counts = counts
        self.drugCodes = drugCodes
        let empty = sources.subtracting(counts.map(\.subject.source))
        sourcesWithoutNumbers = empty.isEmpty ? nil : empty.sorted()
    }

    /// The sources of which it has every number.
    public var coveredSources: Set<String> { Set(counts.map(\.subject.source)).union(sourcesWithoutNumbers ?? []) }

    /// Whether it has every number of the source.
    public func covers(_ source: String) -> Bool { coveredSources.contains(source) }
}

/// A number behind the figures of a release.
public struct DisclosedNumber: Sendable {
    /// What it counts, and what messages call it.
    public let subject: CountSubject
    public let name: String
    /// How many.
    public let value: Int
    /// Whether the numbers of shorter periods add up to it.
    public let addsUp: Bool
    /// Whether a figure shows it.
    public let isShown: Bool
    public let policy: DisclosurePolicy
}

extension DisclosureControl {
    /// Whether a number is withheld that its policy here would not withhold.
    public var keepsMoreThanPolicies: Bool { counts.contains { $0.staysWithheld && !$0.isSmall } }

    /// So many figures of each source are withheld because earlier releases withhold the numbers that they rest on, and the
    /// policy here would not. `alone` are the same tables without regard to earlier releases.
    public func keptFigures(of tables: [FigureTable], shownIn alone: [FigureTable]) -> [String: Int] {
        var kept: [String: Set<DisclosedCount.Place>] = [:]
        for count in counts where count.staysWithheld && !count.isSmall {
            kept[count.subject.source, default: []].formUnion(
                count.places.filter {
                    tables[$0].value == .missing(.confidential) && alone[$0].value != .missing(.confidential)
                })
        }
        return kept.mapValues(\.count).filter { $0.value > 0 }
    }

    /// The whole numbers behind the figures of the tables, and which of them the tables show.
    public func numbers(in tables: [FigureTable]) -> [DisclosedNumber] {
        counts.compactMap { count in
            guard !count.places.isEmpty, count.value.denominator == 1 else { return nil }
            return DisclosedNumber(
                subject: count.subject, name: count.name, value: count.value.numerator, addsUp: count.addsUp,
                isShown: count.places.contains { tables[$0].isPublished }, policy: count.policy)
        }
    }
}
