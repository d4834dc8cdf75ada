/// What a column shows about a row's subject: one of the list in `Measures`.
public struct Measure: Sendable {
    /// The name in definitions and in `figures.csv`.
    public let rawValue: String
    /// What differs between measures.
    package let definition: any MeasureDefinition

    /// Creates a measure from its definition.
    package init(_ definition: any MeasureDefinition) {
        rawValue = definition.name
        self.definition = definition
    }
}

/// Measures are equal when their names are equal.
extension Measure: Hashable {
    public static func == (one: Measure, other: Measure) -> Bool { one.rawValue == other.rawValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension Measure: CustomStringConvertible {
    public var description: String { rawValue }
}
