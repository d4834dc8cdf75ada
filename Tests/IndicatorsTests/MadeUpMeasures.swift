import Core
import Indicators

/// A measure that is not in `Measures`: the quarter as a multiple of the year before. It is used only in this file.
struct TimesMeasure: MeasureDefinition {
    let name = "times"
    let heading = "Times the year before"
    let plural = "multiples"
    let meaning = "The quarter as a multiple of the year before"
    let directionRank: Int? = 3

    func publishedFormula(unit: String) -> String? { "the quarter ÷ the year before, in \(unit)" }
    func periods(_ role: PeriodRole) -> MeasuredPeriods { .sinceYearBefore }
    func movement(number: Rational?, display: String) -> Movement? {
        number.map { Movement(from: Rational(1), to: $0) }
    }
    func step(_ indicator: MeasuredIndicator) -> any FigureStep {
        Step(now: indicator.now, before: indicator.before)
    }
    func cautions(_ indicator: MeasuredIndicator) -> [ObservationMarker] {
        indicator.before.value.number == Rational(1) ? [.lowReliability] : []
    }

    struct Step: FigureStep {
        let now, before: IndicatorValue

        var values: [IndicatorValue] { [now, before] }
        func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue {
            guard let now = now.value.number, let before = before.value.number else { return .missing(.partMissing) }
            return FigureValue(orMissing: .changeFromZero) { () throws(ArithmeticOverflow) in
                try now.divided(by: before)
            }
        }
        func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit { .count("times") }
        func decimals(in unit: FigureUnit) -> Int { 2 }
        func words(_ result: FormulaResult) -> FormulaWords {
            FormulaWords("\(result.number) = \(now.digits) ÷ \(before.digits)", origins: .listed)
        }
    }
}

/// A measure with figures that are its own words.
struct PresenceMeasure: MeasureDefinition {
    let name = "presence"
    let heading = "Presence"
    let plural = "presences"
    let meaning = "Whether there is any"

    func periods(_ role: PeriodRole) -> MeasuredPeriods { MeasuredPeriods(counted: [role]) }
    func step(_ indicator: MeasuredIndicator) -> any FigureStep { Step(value: indicator.value) }

    struct Reading: FigureReading {
        let isAny: Bool

        var text: String { isAny ? "Some" : "None" }
        var meaning: ChangeMeaning { isAny ? .concerning : .improving }
    }

    struct Step: FigureStep {
        let value: IndicatorValue

        var values: [IndicatorValue] { [value] }
        func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue {
            guard let number = value.value.number else { return value.value }
            return .words(FigureWords(Reading(isAny: number > Rational(0))))
        }
        func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit { .words }
        func words(_ result: FormulaResult) -> FormulaWords {
            FormulaWords("\(result.words): \(value.digits)", origins: .inSentence)
        }
    }
}
