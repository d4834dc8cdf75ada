/// The measures that columns can have.
enum Measures {
    /// Each in a file of its own; help and messages name them in this order.
    static let all: [any MeasureDefinition] = [
        ValueMeasure(),
        TargetMeasure(),
        RateMeasure(),
        DifferenceMeasure(),
        PercentDifferenceMeasure(),
        DirectionMeasure(),
        VariationMeasure(),
    ]
}

extension Measure: RawRepresentable, CaseIterable {
    /// The measure of the name; nil when the table has none.
    public init?(rawValue: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = found
    }

    /// Every measure of the table, in its order.
    public static let allCases = Measures.all.map { Measure($0) }
}
