public import Core

/// The rules by which the rows of a count table are normalised.
public struct CountRules: Sendable {
    /// The classification with the codes that are counted.
    public let classification: Classification
    /// The mappings of labels.
    public let labels: LabelMappings

    /// Creates rules from their parts.
    public init(classification: Classification, labels: LabelMappings = LabelMappings()) {
        self.classification = classification
        self.labels = labels
    }
}
