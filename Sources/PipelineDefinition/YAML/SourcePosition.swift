/// A place in a file that people write.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// The file, as it was given.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1.
    public let column: Int

    /// Creates a place from its parts.
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
    /// The place as text: `Pipelines/x.yaml:3:5`.
    public var description: String { "\(file):\(line):\(column)" }
}

/// A value in a file, and its place in the file.
public struct Located<Value: Sendable>: Sendable {
    /// The value as written.
    public let value: Value
    /// The place of the value.
    public let position: SourcePosition

    /// Creates a value with its place.
    public init(_ value: Value, at position: SourcePosition) {
        self.value = value
        self.position = position
    }
}
