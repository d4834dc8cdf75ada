/// The error when a result of exact arithmetic does not fit into 64 bits. The result is unknown, and no other number
/// takes its place.
public struct ArithmeticOverflow: Error, Hashable, Sendable, CustomStringConvertible {
    /// Creates an overflow error.
    public init() {}

    public var description: String { "the number is too large to be calculated exactly" }
}
