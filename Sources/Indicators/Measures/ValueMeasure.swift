extension Measure {
    /// The value of the indicator itself: a count, a proportion or a cumulative value.
    public static let value = Measure(ValueMeasure())
}

struct ValueMeasure: MeasureDefinition {
    let name = "value"
    let heading = "Value"
    let plural = "values"
    let meaning = "The value itself: a number, a share or a position"
    let addsUp = true
    let relation = MeasureRelation.value

    func periods(_ role: PeriodRole) -> MeasuredPeriods { MeasuredPeriods(counted: [role]) }
    func step(_ indicator: MeasuredIndicator) -> any FigureStep { Step(value: indicator.value) }

    /// The value without further calculation.
    struct Step: FigureStep {
        let value: IndicatorValue

        var values: [IndicatorValue] { [value] }
        func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue { value.value }
        func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit { unit }
        func words(_ result: FormulaResult) -> FormulaWords { FormulaWords(result.number, origins: .inSentence) }
    }
}
