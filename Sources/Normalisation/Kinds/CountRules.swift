public import Core

/// What the rows of a table of counts are normalised by.
public struct CountRules: Sendable {
    /// The codes that counts are of.
    public let classification: Classification
    /// What drifting labels stand for.
    public let labels: LabelMappings

    /// Rules from their parts.
    public init(classification: Classification, labels: LabelMappings = LabelMappings()) {
        self.classification = classification
        self.labels = labels
    }
}
