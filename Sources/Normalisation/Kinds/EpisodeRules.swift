/// How the rows of a source of treatment are read as episodes.
public struct EpisodeRules: Sendable {
    /// Where treatment begins.
    public let entry: TreatmentEntry

    /// Rules from their parts.
    public init(entry: TreatmentEntry = .triage) { self.entry = entry }
}

/// From which day a client is in treatment.
public enum TreatmentEntry: String, CaseIterable, Sendable {
    /// The day of triage.
    case triage
    /// The day on which the first modality starts. A client who was triaged and never started one is not in treatment.
    case modality
}
