import Core
import Indicators
import Testing

@Suite("Formulas of figures")
struct FigureFormulaTests {
    private static let selection = IndicatorValue.Selection.returns(
        CountedReturns(source: "returns", name: "fires", spans: [], area: 0))

    private static func value(_ value: FigureValue, _ period: String = "2019-20-Q1") -> IndicatorValue {
        IndicatorValue(value: value, selection: selection, period: period)
    }

    private static func formula(_ step: any FigureStep, _ kind: IndicatorKind = .count) -> FigureFormula {
        FigureFormula(kind: kind, valueUnit: kind == .proportion ? .percent : .count("fires"), step: step)
    }

    private static func rate(
        _ value: IndicatorValue, _ denominator: Denominators.Denominator?, area: Int
    ) -> any FigureStep { RateMeasure.Step(value: value, denominator: denominator, area: area) }

    private let now = value(.number(Rational(30)))
    private let before = value(.number(Rational(40)), "2018-19-Q1")

    @Test("A rate is the count × 1,000 ÷ the denominator; only counts have rates")
    func rate() {
        let people = Denominators.Denominator(
            name: "people", title: "people, 2011", values: [0: 4000], source: "Census")
        let rate = Self.formula(Self.rate(now, people, area: 0))
        #expect(rate.value == .number(Rational(15, over: 2) ?? Rational(0)))
        #expect(rate.unit == .rate(denominator: "people, 2011"))
        #expect(Self.formula(Self.rate(now, people, area: 1)).value == .missing(.noDenominator))
        #expect(Self.formula(Self.rate(now, nil, area: 0)).value == .missing(.noDenominator))
        #expect(Self.formula(Self.rate(now, people, area: 0), .proportion).value == .missing(.notApplicable))
        let nobody = Self.value(.missing(.nobody))
        #expect(Self.formula(Self.rate(nobody, people, area: 0), .proportion).value == .missing(.notApplicable))
    }

    @Test("A difference is the later number less the earlier one, in the unit of the kind")
    func difference() {
        let difference = Self.formula(DifferenceMeasure.Step(now: now, before: before))
        #expect(difference.value == .number(Rational(-10)))
        #expect(difference.unit == .count("fires"))
        #expect(difference.values.map(\.period) == ["2019-20-Q1", "2018-19-Q1"])
        #expect(Self.formula(DifferenceMeasure.Step(now: now, before: before), .proportion).unit == .percentagePoints)
        #expect(
            Self.formula(DifferenceMeasure.Step(now: now, before: before), .cumulative).value == .missing(.notCompared))
        let gap = Self.value(.missing(.notReturned))
        #expect(Self.formula(DifferenceMeasure.Step(now: now, before: gap)).value == .missing(.partMissing))
        // If there were no persons, no part is missing.
        let nobody = Self.value(.missing(.nobody))
        for (one, other) in [(now, nobody), (nobody, before), (nobody, nobody)] {
            let difference = DifferenceMeasure.Step(now: one, before: other)
            #expect(Self.formula(difference, .proportion).value == .missing(.nobody))
        }
    }

    @Test("A percentage difference is a percentage of the year before, and undefined from zero")
    func percentDifference() {
        #expect(Self.formula(PercentDifferenceMeasure.Step(now: now, before: before)).value == .number(Rational(-25)))
        let zero = Self.value(.number(Rational(0)))
        #expect(Self.formula(PercentDifferenceMeasure.Step(now: now, before: zero)).value == .missing(.changeFromZero))
        #expect(
            Self.formula(PercentDifferenceMeasure.Step(now: now, before: before), .proportion).value
                == .missing(.notApplicable))
    }

    @Test("An event counts by category, flag, month and area")
    func selection() throws {
        let selection = CountedEvents(
            source: "crime", categories: [3], flag: 2,
            months: Period(first: Month(year: 2019, month: 4), last: Month(year: 2019, month: 6)), areas: [0, 1])
        func counts(_ area: UInt16, _ month: Int, _ category: UInt16, _ flags: UInt16) throws -> Bool {
            let packed = try #require(FactKey.packed(Month(year: 2019, month: month)))
            return selection.contains(FactKey(area: area, month: packed, category: category, flags: flags))
        }
        let found = try [
            counts(1, 6, 3, 3), counts(2, 6, 3, 3), counts(1, 7, 3, 3), counts(1, 6, 4, 3), counts(1, 6, 3, 1),
        ]
        #expect(found == [true, false, false, false, false])
    }
}
