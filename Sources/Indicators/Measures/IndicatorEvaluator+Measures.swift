/// Applies measures to indicators. The evaluator calls the measure's definition and depends on no particular measure.
extension IndicatorEvaluator {
    /// Returns the figure that the measure gives for the indicator, and its unit.
    public func evaluate(_ indicator: Indicator, _ measure: Measure, _ role: PeriodRole, area: Int) -> (
        FigureValue, FigureUnit
    ) {
        let formula = formula(indicator, measure, role, area: area)
        return (formula.value, formula.unit)
    }

    /// Returns how the measure of the indicator is calculated.
    public func formula(_ indicator: Indicator, _ measure: Measure, _ role: PeriodRole, area: Int) -> FigureFormula {
        FigureFormula(
            kind: indicator.kind, valueUnit: indicator.unit,
            step: measure.definition.step(MeasuredIndicator(self, indicator, role, area: area)),
            isBroken: !breaks(indicator, measure, role, area: area).isEmpty)
    }

    /// Returns the markers that the measure itself adds to a figure.
    public func cautions(_ indicator: Indicator, _ measure: Measure, area: Int) -> [ObservationMarker] {
        measure.definition.cautions(MeasuredIndicator(self, indicator, .quarter, area: area))
    }
}
