/// That the result of exact arithmetic does not fit into a word: nobody can say what it is, and no other number takes its
/// place.
public struct ArithmeticOverflow: Error, Hashable, Sendable, CustomStringConvertible {
    /// An overflow.
    public init() {}

    public var description: String { "the number is too large to be calculated exactly" }
}
