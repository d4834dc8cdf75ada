/// A place in a file that people write.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// The file, as it was named.
    public let file: String
    /// From 1.
    public let line: Int
    /// From 1.
    public let column: Int

    /// A place from its parts.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `Pipelines/x.yaml:3:5`.
    public var description: String { "\(file):\(line):\(column)" }
}

/// A value of a file, with its place there.
public struct Located<Value: Sendable>: Sendable {
    /// What was written.
    public let value: Value
    /// Where.
    public let position: SourcePosition

    /// A value and its place.
    public init(_ value: Value, at position: SourcePosition) {
        self.value = value
        self.position = position
    }
}
