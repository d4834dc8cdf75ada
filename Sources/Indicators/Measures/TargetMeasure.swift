extension Measure {
    /// The target of the partnership.
    public static let target = Measure(TargetMeasure())
}

struct TargetMeasure: MeasureDefinition {
    let name = "target"
    let heading = "Target"
    let plural = "targets"
    let meaning = "The target of the partnership: a number, or words"
    let isWrittenAsText = true

    func periods(_ role: PeriodRole) -> MeasuredPeriods { .none }
    func step(_ indicator: MeasuredIndicator) -> any FigureStep { Step(target: indicator.target) }

    /// The target; nil when there is none.
    struct Step: FigureStep {
        let target: Target?

        var values: [IndicatorValue] { [] }

        func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue {
            target.map { .target($0) } ?? .missing(.notApplicable)
        }

        func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit {
            switch target?.aim {
            case .reduce, .increase, .monitor, nil: .words
            case .number, .atMost, .atLeast: unit
            case .percentage, .relative: .percent
            }
        }

        func words(_ result: FormulaResult) -> FormulaWords {
            FormulaWords("the target in the definition's table of targets; nothing is calculated")
        }
    }
}
