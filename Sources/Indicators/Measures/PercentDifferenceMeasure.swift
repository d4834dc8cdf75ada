package import Core

extension Measure {
    /// The difference as a percentage of the year before; undefined when the year before is zero.
    public static let percentDifference = Measure(PercentDifferenceMeasure())
}

package struct PercentDifferenceMeasure: MeasureDefinition {
    package let name = "percent-difference"
    package let heading = "Difference (%)"
    package let plural = "differences"
    package let meaning = "The difference as a percentage of the value for the year before"
    package let relation = MeasureRelation.percentChange
    package let directionRank: Int? = 2

    package func publishedFormula(unit: String) -> String? {
        "the difference × 100 ÷ the same quarter of the year before"
    }

    package func periods(_ role: PeriodRole) -> MeasuredPeriods { .sinceYearBefore }

    package func movement(number: Rational?, display: String) -> Movement? {
        Movement(change: number, display: display)
    }

    package func step(_ indicator: MeasuredIndicator) -> any FigureStep {
        Step(now: indicator.now, before: indicator.before)
    }

    /// Marks percentages of a small number.
    package func cautions(_ indicator: MeasuredIndicator) -> [ObservationMarker] {
        guard let base = indicator.before.value.number, base < Rational(indicator.smallBase) else { return [] }
        return [.lowReliability]
    }

    /// The difference × 100 ÷ the year before.
    package struct Step: FigureStep {
        let now, before: IndicatorValue

        package init(now: IndicatorValue, before: IndicatorValue) {
            self.now = now
            self.before = before
        }

        package var values: [IndicatorValue] { [now, before] }

        package func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue {
            switch kind {
            case .cumulative: return .missing(.notCompared)
            // A percentage of a percentage is misleading; the difference in percentage points is enough.
            case .proportion: return .missing(.notApplicable)
            case .count, .rollingCount: break
            }
            guard let now = now.value.number, let before = before.value.number else { return .missing(.partMissing) }
            return FigureValue(orMissing: .changeFromZero) { () throws(ArithmeticOverflow) in
                try ((now - before) * Rational(100)).divided(by: before)
            }
        }

        package func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit { .percent }

        package func words(_ result: FormulaResult) -> FormulaWords {
            FormulaWords(
                "\(result.number) = (\(now.digits) − \(before.digits)) × 100 ÷ \(before.digits), of \(now.period) "
                    + "and \(before.period)", origins: .listed)
        }
    }
}
