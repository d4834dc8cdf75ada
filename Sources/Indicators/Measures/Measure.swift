/// What a column says of a row's subject: one of the table `Measures`.
public struct Measure: Sendable {
    /// The name in definitions and in `figures.csv`.
    public let rawValue: String
    /// What differs between measures.
    package let definition: any MeasureDefinition

    /// A measure of the definition.
    package init(_ definition: any MeasureDefinition) {
        rawValue = definition.name
        self.definition = definition
    }
}

/// Measures are equal when their names are.
extension Measure: Hashable {
    public static func == (one: Measure, other: Measure) -> Bool { one.rawValue == other.rawValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension Measure: CustomStringConvertible {
    public var description: String { rawValue }
}
