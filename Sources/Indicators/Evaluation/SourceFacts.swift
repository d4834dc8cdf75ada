public import Aggregation
public import Core

/// Everything that the sources had to say, by source.
public struct SourceFacts: Sendable {
    /// Counts of events.
    public var events: [String: EventFacts] = [:]
    /// Episodes of treatment.
    public var episodes: [String: [Episode]] = [:]
    /// Values that partners supplied; the one that stands for each indicator, area and span.
    public var returns: [String: [ReturnedValue]] = [:]
    /// The days that the rows of sources of treatment are dated by, with the rule that says how far they must reach; only
    /// for sources with one.
    public var treatmentDays: [String: (days: MonthDays, rule: CompletenessRule)] = [:]

    /// What is not known of the sources.
    public var faults: [String: SourceFaults] = [:]

    /// The code lists of sources whose codes were not always in use.
    public var changingLists: [String: Classification] = [:]

    /// No facts.
    public init() {}
}
