/// Something that reads bytes from outside.
protocol FuzzTarget: Sendable {
    /// What it is called.
    var name: String { get }
    /// Where its input is written before it is read.
    var path: String { get }
    /// Sound inputs, or such as show something.
    var seeds: [[UInt8]] { get }
    /// Reads the input, which is also in the file at `path`.
    func read(_ input: [UInt8]) async throws -> Verdict
}

/// The result of an input.
enum Verdict {
    /// It was read or refused, in a way that the words describe roughly: inputs that end alike have the same.
    case read(String)
    /// Two readings that must be the same are not, or a law is broken.
    case disagreement(String)
}
