/// The rules by which the rows of a source of treatment are read as episodes.
public struct EpisodeRules: Sendable {
    /// The event with which treatment begins.
    public let entry: TreatmentEntry

    /// Creates rules from their parts.
    public init(entry: TreatmentEntry = .triage) { self.entry = entry }
}

/// The day from which a client is in treatment.
public enum TreatmentEntry: String, CaseIterable, Sendable {
    /// The day of triage.
    case triage
    /// The day on which the first modality starts. A client who was triaged but never started a modality is not in
    /// treatment.
    case modality
}
