import Core

extension Measure {
    /// The direction since the year before, in words, and whether it is the target direction.
    public static let direction = Measure(DirectionMeasure())
}

struct DirectionMeasure: MeasureDefinition {
    let name = "direction"
    let heading = "Direction of travel"
    let plural = "directions"
    let meaning =
        "The direction of the change since the year before, in words, and whether the target wants it"
    let directionRank: Int? = 0

    func publishedFormula(unit: String) -> String? {
        "the direction from the same quarter of the year before to the quarter"
    }

    func periods(_ role: PeriodRole) -> MeasuredPeriods { .sinceYearBefore }

    func movement(number: Rational?, display: String) -> Movement? {
        let ways: [Movement] = [.up, .down, .none]
        return ways.first { display.hasPrefix(DirectionOfTravel($0, .neutral).text) }
    }

    func step(_ indicator: MeasuredIndicator) -> any FigureStep {
        Step(
            difference: .init(now: indicator.now, before: indicator.before), targetDirection: indicator.targetDirection)
    }

    /// The difference from the year before to the quarter, and the target direction; nil when there is none.
    struct Step: FigureStep {
        let difference: DifferenceMeasure.Step
        let targetDirection: Movement?

        var values: [IndicatorValue] { difference.values }

        func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue {
            switch difference.value(kind, unit) {
            case .number(let change):
                let travel = DirectionOfTravel(
                    change: change, unit: difference.unit(kind, unit), targetDirection: targetDirection)
                return .words(.direction(travel))
            case let other: return other
            }
        }

        func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit { .words }

        func words(_ result: FormulaResult) -> FormulaWords {
            let (now, before) = (difference.now, difference.before)
            return FormulaWords(
                "\(result.words), from \(before.digits) (\(before.period)) to \(now.digits) (\(now.period))",
                origins: .listed)
        }
    }
}
