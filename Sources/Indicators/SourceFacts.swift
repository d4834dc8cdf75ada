public import Aggregation
public import Tabular

/// Everything that the sources had to say, by source.
public struct SourceFacts: Sendable {
    /// Counts of events.
    public var events: [String: EventFacts] = [:]
    /// Episodes of treatment.
    public var episodes: [String: [Episode]] = [:]
    /// Values that partners supplied; the one that stands for each indicator, area and span.
    public var returns: [String: [ReturnedValue]] = [:]

    /// No facts.
    public init() {}
}
