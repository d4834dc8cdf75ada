import Core
public import Indicators

/// The true numbers behind the figures of a release, and whether the release shows them. Only sources with numbers that
/// may have to be withheld are covered. The numbers are needed to check whether this release and another reveal
/// anything together. The record is kept only in the state folder.
public struct DisclosureRecord: Codable, Sendable {
    /// One number.
    public struct Count: Codable, Hashable, Sendable {
        /// The number's name in messages.
        public var name: String
        /// What is counted; for clients, `stage` has the measure.
        public var subject: SubjectCode
        /// The raw value of the stage that the counted clients reached.
        public var stage: Int?
        /// The months of events, the last of the twelve months for clients, or the periods of returns.
        public var periods: [String]
        /// The ONS codes of the areas counted.
        public var areas: [String]
        /// The value.
        public var value: Int
        /// Whether a figure of the release shows the number.
        public var isShown: Bool
        /// The limit of the policy, which withholds numbers below it; nil where there is no policy.
        public var below: Int?
        public var zeroToo: Bool

        /// Creates a number with these properties.
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
    /// The drug codes that clients have, by source. Groups that differ only in other codes have the same clients. Nil
    /// in records of earlier versions.
    public var drugCodes: [String: [UInt16]]?
    /// The covered sources that have no numbers in the record; nil when there are none.
    public var sourcesWithoutNumbers: [String]?

    /// Creates a record of the counts.
    public init(_ counts: [Count], drugCodes: [String: [UInt16]]? = nil, about sources: Set<String> = []) {
        self.counts = counts
        self.drugCodes = drugCodes
        let empty = sources.subtracting(counts.map(\.subject.source))
        sourcesWithoutNumbers = empty.isEmpty ? nil : empty.sorted()
    }

    /// The sources whose numbers are all in the record.
    public var coveredSources: Set<String> { Set(counts.map(\.subject.source)).union(sourcesWithoutNumbers ?? []) }

    /// Whether the record has every number of the source.
    public func covers(_ source: String) -> Bool { coveredSources.contains(source) }
}

/// A number behind the figures of a release.
public struct DisclosedNumber: Sendable {
    /// What is counted, and the number's name in messages.
    public let subject: CountSubject
    public let name: String
    /// The value.
    public let value: Int
    /// Whether the numbers of shorter periods add up to it.
    public let addsUp: Bool
    /// Whether a figure shows the number.
    public let isShown: Bool
    public let policy: DisclosurePolicy
}

extension DisclosureControl {
    /// Whether any number is withheld that its policy here would not withhold.
    public var keepsMoreThanPolicies: Bool { counts.contains { $0.staysWithheld && !$0.isSmall } }

    /// Returns, for each source, how many figures are withheld because earlier releases withhold the numbers behind
    /// them, although the policy here would not. `alone` has the same tables without regard to earlier releases.
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

    /// Returns the whole numbers behind the figures of the tables, and which of them the tables show.
    public func numbers(in tables: [FigureTable]) -> [DisclosedNumber] {
        counts.compactMap { count in
            guard !count.places.isEmpty, count.value.denominator == 1 else { return nil }
            return DisclosedNumber(
                subject: count.subject, name: count.name, value: count.value.numerator, addsUp: count.addsUp,
                isShown: count.places.contains { tables[$0].isPublished }, policy: count.policy)
        }
    }
}
