/// What may be published of small counts of persons.
public enum DisclosurePolicy: Hashable, Sendable {
    /// Everything: the counts are public already, or not about persons who could be known by them.
    case none
    /// Counts from 1 to one less than the threshold are withheld, and what would give them back.
    case suppressBelow(Int)
}
