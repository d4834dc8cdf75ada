/// A part of the program that reads bytes from outside.
protocol FuzzTarget: Sendable {
    /// The name of the target.
    var name: String { get }
    /// The file to which an input is written before it is read.
    var path: String { get }
    /// Correct inputs, or inputs that show a special case.
    var seeds: [[UInt8]] { get }
    /// Reads the input, which is also in the file at `path`.
    func read(_ input: [UInt8]) async throws -> Verdict
}

/// The result of an input.
enum Verdict {
    /// The input was read or refused, as the words describe roughly. Inputs that end in the same way have the same
    /// words.
    case read(String)
    /// Two readings that must be the same differ, or a law is broken.
    case disagreement(String)
}
