import Core

/// What the evaluator says of change beside numbers: what to know of them, and the way that is meant.
extension IndicatorEvaluator {
    /// What a reader must know of a figure besides its number.
    public func cautions(_ indicator: Indicator, _ measure: Measure, area: Int) -> [ObservationMarker] {
        measure.definition.cautions(MeasuredIndicator(self, indicator, .quarter, area: area))
    }

    func meant(_ indicator: Indicator, _ area: Int) -> Movement? {
        targets[indicator.name]?.meantMovement(from: value(indicator, .baseline, area).value.number)
    }
}
