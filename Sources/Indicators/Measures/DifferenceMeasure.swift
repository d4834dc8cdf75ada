package import Core

extension Measure {
    /// The quarter minus the same quarter of the year before: a number, or percentage points for proportions.
    public static let difference = Measure(DifferenceMeasure())
}

package struct DifferenceMeasure: MeasureDefinition {
    package let name = "difference"
    package let heading = "Difference"
    package let plural = "differences"
    package let meaning = "The value for the quarter less the value for the same quarter of the year before"
    package let addsUp = true
    package let relation = MeasureRelation.difference
    package let directionRank: Int? = 1

    package func publishedFormula(unit: String) -> String? { "the quarter less the same quarter of the year before" }
    package func periods(_ role: PeriodRole) -> MeasuredPeriods { .sinceYearBefore }

    package func movement(number: Rational?, display: String) -> Movement? {
        Movement(change: number, display: display)
    }

    package func step(_ indicator: MeasuredIndicator) -> any FigureStep {
        Step(now: indicator.now, before: indicator.before)
    }

    /// The quarter minus the same quarter of the year before.
    package struct Step: FigureStep {
        let now, before: IndicatorValue

        package init(now: IndicatorValue, before: IndicatorValue) {
            self.now = now
            self.before = before
        }

        package var values: [IndicatorValue] { [now, before] }

        package func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue {
            guard kind != .cumulative else { return .missing(.notCompared) }
            guard let now = now.value.number, let before = before.value.number else {
                // Where there were no persons to take a share of, that is the reason, and not a missing part.
                let isNobody = [self.now.value, self.before.value].contains(.missing(.nobody))
                return .missing(isNobody ? .nobody : .partMissing)
            }
            return FigureValue { () throws(ArithmeticOverflow) in try now - before }
        }

        package func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit {
            kind == .proportion ? .percentagePoints : unit
        }

        package func words(_ result: FormulaResult) -> FormulaWords {
            FormulaWords(
                "\(result.number) = \(now.digits) (\(now.period)) − \(before.digits) (\(before.period))",
                origins: .listed)
        }
    }
}

extension Movement {
    /// Reads the sign of a published change. A change that prints as zero is no change. Nil for a missing change.
    init?(change: Rational?, display: String) {
        guard let change else { return nil }
        let isPrinted = display.contains { ("1"..."9").contains($0) }
        self.init(from: Rational(0), to: isPrinted ? change : Rational(0))
    }
}
