import Core

extension Measure {
    /// Whether the quarter's months differ from their usual variation, in words.
    public static let variation = Measure(VariationMeasure())
}

struct VariationMeasure: MeasureDefinition {
    let name = "variation"
    let heading = "Variation"
    let plural = "variation"
    let meaning = "Whether the quarter's months differ from their usual variation, in words"

    func publishedFormula(unit: String) -> String? { "a process chart (XmR) of the months up to the quarter's end" }
    func periods(_ role: PeriodRole) -> MeasuredPeriods { MeasuredPeriods(counted: [.quarter]) }
    /// Returns all periods, because a chart also needs the months before the quarter.
    func deliveredPeriods(_ role: PeriodRole) -> [PeriodRole] { PeriodRole.allCases }

    func step(_ indicator: MeasuredIndicator) -> any FigureStep {
        Step(value: indicator.now, reading: indicator.variation)
    }

    /// The process chart's reading of the quarter's months.
    struct Step: FigureStep {
        let value: IndicatorValue
        let reading: FigureValue

        var values: [IndicatorValue] { [value] }
        func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue { reading }
        func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit { .words }

        func words(_ result: FormulaResult) -> FormulaWords {
            FormulaWords("\(result.words): what a process chart (XmR) says about the months of the quarter")
        }
    }
}

extension MeasuredIndicator {
    /// The reading of the quarter's months from the process chart, for an indicator of events; missing for any other.
    fileprivate var variation: FigureValue {
        guard case .events = indicator.subject else { return .missing(.notApplicable) }
        let period = evaluator.quarter.period
        // A source that counts by quarters has a value for the quarter but none for a month.
        let values = [now.value, evaluator.value(of: indicator, in: period.last, area: area)]
        for case .missing(let reason)? in values { return .missing(reason) }
        do throws(ArithmeticOverflow) {
            guard let chart = try evaluator.monthlyChart(indicator, area: area)?.chart else {
                return .words(.variation(.tooFewPoints))
            }
            return .words(.variation(chart.reading(ofLast: period.months.count, targetDirection: targetDirection)))
        } catch { return .missing(.tooLarge) }
    }
}
