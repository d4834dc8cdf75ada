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
