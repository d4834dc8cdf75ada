import Core

extension Measure {
    /// Events per 1,000 of a denominator.
    public static let rate = Measure(RateMeasure())
}

package struct RateMeasure: MeasureDefinition {
    package let name = "rate"
    package let heading = "Rate per 1,000"
    package let plural = "rates"
    package let meaning = "The number of events per 1,000 of the denominator that the unit names"
    package let relation = MeasureRelation.rate(per: 1_000)

    package func publishedFormula(unit: String) -> String? {
        "count × 1,000 ÷ \(unit.dropFirst("per 1,000 ".count))"
    }

    package func periods(_ role: PeriodRole) -> MeasuredPeriods { MeasuredPeriods(counted: [role]) }

    package func step(_ indicator: MeasuredIndicator) -> any FigureStep {
        Step(value: indicator.value, denominator: indicator.denominator, area: indicator.area)
    }

    /// Value × 1,000 ÷ the area's denominator.
    package struct Step: FigureStep {
        let value: IndicatorValue
        let denominator: Denominators.Denominator?
        let area: Int
        private var base: Int? { denominator?.values[area] }

        package init(value: IndicatorValue, denominator: Denominators.Denominator?, area: Int) {
            self.value = value
            self.denominator = denominator
            self.area = area
        }

        package var values: [IndicatorValue] { [value] }

        package func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue {
            guard denominator != nil else { return .missing(.noDenominator) }
            switch value.value {
            // A share has no rate, whether or not there were persons.
            case .missing(.nobody), .target, .words: return .missing(.notApplicable)
            case .missing(let reason): return .missing(reason)
            case .number(let count):
                guard kind == .count else { return .missing(.notApplicable) }
                return FigureValue(orMissing: .noDenominator) { () throws(ArithmeticOverflow) in
                    try (count * Rational(1000)).divided(by: Rational(base ?? 0))
                }
            }
        }

        package func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit {
            .rate(denominator: denominator?.title ?? "persons")
        }

        package func words(_ result: FormulaResult) -> FormulaWords {
            let place = denominator.map { " (\($0.title); source: \($0.source(of: area)))" } ?? ""
            return FormulaWords(
                "\(result.number) = \(value.digits) × 1,000 ÷ "
                    + FormulaWords.number(base.map { Rational($0) }) + place, origins: .listed)
        }
    }
}
