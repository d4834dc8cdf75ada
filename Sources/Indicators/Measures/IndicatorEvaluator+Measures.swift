/// What measures say of indicators: a measure is asked, the evaluator knows none.
extension IndicatorEvaluator {
    /// What the measure says of the indicator, and in which unit.
    public func evaluate(_ indicator: Indicator, _ measure: Measure, _ role: PeriodRole, area: Int) -> (
        FigureValue, FigureUnit
    ) {
        let formula = formula(indicator, measure, role, area: area)
        return (formula.value, formula.unit)
    }

    /// How the measure of the indicator is calculated.
    public func formula(_ indicator: Indicator, _ measure: Measure, _ role: PeriodRole, area: Int) -> FigureFormula {
        FigureFormula(
            kind: indicator.kind, valueUnit: indicator.unit,
            step: measure.definition.step(MeasuredIndicator(self, indicator, role, area: area)),
            isBroken: !breaks(indicator, measure, role, area: area).isEmpty)
    }

    /// The notes on a figure besides its number.
    public func cautions(_ indicator: Indicator, _ measure: Measure, area: Int) -> [ObservationMarker] {
        measure.definition.cautions(MeasuredIndicator(self, indicator, .quarter, area: area))
    }
}
