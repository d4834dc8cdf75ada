/// The measures that columns can have.
enum Measures {
    /// The definitions, each in its own file. Help and messages name measures in this order.
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
    /// Finds the measure with the name; nil when there is none.
    public init?(rawValue: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = found
    }

    /// Every measure, in the order of `Measures`.
    public static let allCases = Measures.all.map { Measure($0) }
}
