import Core
import Indicators
import Testing

@Suite struct ReturnIndicatorTests {
    private static func fixture() -> EvaluatorFixture {
        var fixture = EvaluatorFixture()
        fixture.returned("fires", "2018/19", "456")
        fixture.returned("fires", "2018/19 Q2", "100.5")
        fixture.returned("fires", "2019/20 Q1", "108")
        fixture.returned("fires", "2019/20 Q2", "90.25")
        return fixture
    }

    @Test("Each column shows the return of its period")
    func periods() {
        let fixture = Self.fixture()
        let count = EvaluatorFixture.returned(.count)
        #expect(fixture.evaluate(count, .value, .baseline).0 == .number(Rational(456)))
        #expect(fixture.evaluate(count, .value, .yearBefore).0.number?.sixPlaces == "100.5")
        #expect(fixture.evaluate(count, .value, .quarter).0.number?.sixPlaces == "90.25")
        #expect(fixture.evaluate(count, .difference).0.number?.sixPlaces == "-10.25")
        #expect(fixture.evaluate(count, .percentDifference).0.number?.sixPlaces == "-10.199005")
    }

    @Test("In a year to date, counts add up over the quarters; shares, positions and rolling counts are the last ones")
    func yearToDate() {
        let fixture = Self.fixture()
        #expect(
            fixture.evaluate(EvaluatorFixture.returned(.count), .value, .yearToDate).0.number?.sixPlaces == "198.25")
        for kind in [IndicatorKind.proportion, .cumulative, .rollingCount] {
            #expect(
                fixture.evaluate(EvaluatorFixture.returned(kind), .value, .yearToDate).0.number?.sixPlaces == "90.25")
        }
    }

    @Test("The year to date is missing when any quarter is missing, and in Q1 it equals the quarter")
    func yearToDateMissing() {
        var fixture = EvaluatorFixture()
        fixture.returned("fires", "2019/20 Q2", "90")
        #expect(fixture.evaluate(EvaluatorFixture.returned(.count), .value, .yearToDate).0 == .missing(.notReturned))
        fixture.returned("fires", "2019/20 Q1", nil, reason: "Waiting for data")
        #expect(
            fixture.evaluate(EvaluatorFixture.returned(.count), .value, .yearToDate).0
                == .missing(.partner("Waiting for data")))
        fixture = Self.fixture()
        fixture.quarterText = "2019-20-Q1"
        #expect(fixture.evaluate(EvaluatorFixture.returned(.count), .value, .yearToDate).0 == .number(Rational(108)))
    }

    @Test("Four quarterly returns of a count make the year when no yearly return was sent")
    func yearOfQuarters() throws {
        var fixture = EvaluatorFixture()
        func baseline(_ kind: IndicatorKind = .count) -> FigureValue {
            fixture.evaluate(EvaluatorFixture.returned(kind), .value, .baseline).0
        }
        for (quarter, value) in [(1, "100"), (2, "90.5"), (4, "80")] {
            fixture.returned("fires", "2018/19 Q\(quarter)", value)
        }
        #expect(baseline() == .missing(.notReturned))
        fixture.returned("fires", "2018/19 Q3", "70")
        #expect(baseline().number?.sixPlaces == "340.5")
        for kind in [IndicatorKind.proportion, .cumulative, .rollingCount] {
            #expect(baseline(kind) == .missing(.notReturned))
        }
        // The explanation of the figure and disclosure control both use the four returns.
        let indicator = EvaluatorFixture.returned(.count)
        let evaluator = try fixture.evaluator()
        let spans = ["Q1", "Q2", "Q3", "Q4"].compactMap { ReturnedValue.Span("2018/19 " + $0) }
        #expect(
            evaluator.formula(indicator, .value, .baseline, area: 0).values.map(\.selection) == [
                .returns(CountedReturns(source: "returns", name: "fires", spans: spans, area: 0))
            ])
        #expect(
            evaluator.bases(of: indicator, .baseline, area: 0).map(\.subject)
                == [.returned(CountedReturns(source: "returns", name: "fires", spans: spans, area: 0))])
    }

    @Test("A yearly return counts, even without a value; when a quarter has no value, there is no year")
    func yearlyReturn() {
        var fixture = EvaluatorFixture()
        for quarter in 1...4 { fixture.returned("fires", "2018/19 Q\(quarter)", "100") }
        var reasoned = fixture
        fixture.returned("fires", "2018/19", "390")
        #expect(
            fixture.evaluate(EvaluatorFixture.returned(.count), .value, .baseline).0.number == Rational(390))
        reasoned.returned("fires", "2018/19", nil, reason: "Waiting for data")
        #expect(
            reasoned.evaluate(EvaluatorFixture.returned(.count), .value, .baseline).0
                == .missing(.partner("Waiting for data")))
        var waiting = EvaluatorFixture()
        for quarter in 1...3 { waiting.returned("fires", "2018/19 Q\(quarter)", "100") }
        waiting.returned("fires", "2018/19 Q4", nil, reason: "Waiting for data")
        #expect(
            waiting.evaluate(EvaluatorFixture.returned(.count), .value, .baseline).0 == .missing(.notReturned))
    }

    @Test("The partner's reason is given in the partner's words")
    func reasons() {
        var fixture = EvaluatorFixture()
        fixture.returned("fires", "2019/20 Q2", nil, reason: "Not yet published")
        let (value, unit) = fixture.evaluate(EvaluatorFixture.returned(.proportion), .value)
        #expect(value == .missing(.partner("Not yet published")))
        #expect(unit == .percent)
        #expect(MissingReason.partner("Not yet published").code == "not-yet-published")
        #expect(MissingReason.partner("Not yet published").display == "Not yet published")
        #expect(fixture.evaluate(EvaluatorFixture.returned(.count), .value, area: 1).0 == .missing(.notReturned))
        #expect(fixture.evaluate(EvaluatorFixture.returned(.count, name: "others"), .value).0 == .missing(.notReturned))
    }

    @Test("Differences of shares are percentage points and have no percentage")
    func proportions() {
        let fixture = Self.fixture()
        let share = EvaluatorFixture.returned(.proportion)
        #expect(fixture.evaluate(share, .difference).1 == .percentagePoints)
        #expect(fixture.evaluate(share, .difference).0.number?.sixPlaces == "-10.25")
        #expect(fixture.evaluate(share, .percentDifference).0 == .missing(.notApplicable))
        #expect(fixture.evaluate(share, .rate).0 == .missing(.noDenominator))
    }

    @Test("Positions that accumulate are never compared")
    func cumulative() {
        let position = EvaluatorFixture.returned(.cumulative)
        for fixture in [Self.fixture(), EvaluatorFixture()] {
            #expect(fixture.evaluate(position, .difference).0 == .missing(.notCompared))
            #expect(fixture.evaluate(position, .percentDifference).0 == .missing(.notCompared))
        }
    }

    @Test(
        "Only counts have rates",
        arguments: [(IndicatorKind.count, true), (.rollingCount, false), (.proportion, false), (.cumulative, false)])
    func rates(kind: IndicatorKind, hasRate: Bool) {
        let (value, _) = Self.fixture().evaluate(EvaluatorFixture.returned(kind, denominator: "residents"), .rate)
        #expect(hasRate ? value.number?.sixPlaces == "45.125" : value == .missing(.notApplicable))
    }
}

@Suite("Figures that are too large to be calculated exactly")
struct TooLargeTests {
    private static func fixture(_ values: (String, String?)...) -> EvaluatorFixture {
        var fixture = EvaluatorFixture()
        for (span, value) in values { fixture.returned("entrants", span, value) }
        return fixture
    }

    @Test("A sum, difference or rate that does not fit is not available, and never a wrong number")
    func figures() {
        let count = EvaluatorFixture.returned(.count, name: "entrants", denominator: "residents")
        let sum = Self.fixture(("2019/20 Q1", "999999999999999"), ("2019/20 Q2", "0.00000000000001"))
        #expect(sum.evaluate(count, .value, .yearToDate).0 == .missing(.tooLarge))
        let change = Self.fixture(("2018/19 Q2", "0.00000000000001"), ("2019/20 Q2", "999999999999999"))
        for measure in [Measure.difference, .percentDifference, .direction] {
            #expect(change.evaluate(count, measure).0 == .missing(.tooLarge), "\(measure)")
        }
        #expect(change.evaluate(count, .value).0.number?.sixPlaces == "999999999999999")
        let prime = Self.fixture(("2019/20 Q2", "0.99999999999999"))
        #expect(prime.evaluate(count, .rate).0.number != nil)
        #expect(MissingReason.tooLarge.display == "[x]" && MissingReason.tooLarge.code == "number-too-large")
    }
}
