public import Aggregation
public import Core

/// Everything that was read from the sources, by source.
public struct SourceFacts: Sendable {
    /// Counts of events.
    public var events: [String: EventFacts] = [:]
    /// Episodes of treatment.
    public var episodes: [String: [Episode]] = [:]
    /// Values that partners supplied: the current one for each indicator, area and span.
    public var returns: [String: [ReturnedValue]] = [:]
    /// The days on which rows of treatment sources are dated, with the rule that says how far the rows must reach. Only
    /// sources with such a rule have an entry.
    public var treatmentDays: [String: (days: MonthDays, rule: CompletenessRule)] = [:]

    /// What is not known about the sources.
    public var faults: [String: SourceFaults] = [:]

    /// The code lists of sources, if some of their codes were not always in use or do not say to which sub-group an
    /// event belongs.
    public var partialLists: [String: Classification] = [:]

    /// Creates an empty collection of facts.
    public init() {}
}
