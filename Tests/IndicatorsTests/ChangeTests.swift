import Core
import Indicators
import Testing

@Suite("Direction, variation and caution")
struct ChangeTests {
    private static func fixture(_ aim: Target.Aim?, before: Int, now: Int) -> EvaluatorFixture {
        var fixture = EvaluatorFixture()
        fixture.events(0, from: "2018-04", to: "2019-06", eachMonth: 10)
        fixture.events(0, from: "2018-07", to: "2018-09", eachMonth: before - 10)
        fixture.events(0, from: "2019-07", to: "2019-09", eachMonth: now)
        fixture.targets["crime"] = aim.map { Target(aim: $0, isConfirmed: true) }
        return fixture
    }

    private static func words(_ fixture: EvaluatorFixture, _ measure: Measure) -> String? {
        guard case (.words(let words), .words) = fixture.evaluate(EvaluatorFixture.crime(), measure) else { return nil }
        return words.text
    }

    @Test(
        "A direction of travel is improving when it moves as the target wants, and concerning when it does not",
        arguments: [
            (Target.Aim.reduce, "Up (concerning)"), (.increase, "Up (improving)"), (.monitor, "Up"),
            (.relative(Rational(3)), "Up (improving)"), (.relative(Rational(-3)), "Up (concerning)"),
            // The baseline is 120: twelve months of 10.
            (.number(Rational(100)), "Up (concerning)"), (.number(Rational(200)), "Up (improving)"),
            (.number(Rational(120)), "Up"),
            // The target direction of a ceiling is down and that of a floor is up, whatever the baseline.
            (.atMost(Rational(100), isShare: false), "Up (concerning)"),
            (.atMost(Rational(200), isShare: false), "Up (concerning)"),
            (.atLeast(Rational(100), isShare: false), "Up (improving)"),
            (.atLeast(Rational(200), isShare: false), "Up (improving)"),
        ])
    func direction(aim: Target.Aim, text: String) {
        #expect(Self.words(Self.fixture(aim, before: 10, now: 12), .direction) == text)
    }

    @Test("No change is neither improving nor concerning, and a fall is the opposite of a rise")
    func falls() {
        #expect(Self.words(Self.fixture(.reduce, before: 10, now: 10), .direction) == "No change")
        #expect(Self.words(Self.fixture(.reduce, before: 10, now: 7), .direction) == "Down (improving)")
        #expect(Self.words(Self.fixture(nil, before: 10, now: 7), .direction) == "Down")
    }

    @Test("A difference that prints as zero is no change, and one that prints as more is")
    func printedAsZero() {
        func direction(_ kind: IndicatorKind, _ before: String, _ now: String) -> String? {
            var fixture = EvaluatorFixture()
            fixture.targets["fires"] = Target(aim: .increase, isConfirmed: true)
            fixture.returned("fires", "2018/19 Q2", before)
            fixture.returned("fires", "2019/20 Q2", now)
            guard case .words(let words) = fixture.evaluate(EvaluatorFixture.returned(kind), .direction).0 else {
                return nil
            }
            return words.text
        }
        #expect(direction(.proportion, "21.34", "21.38") == "No change")
        #expect(direction(.proportion, "21.34", "21.39") == "Up (improving)")
        #expect(direction(.count, "100", "100.4") == "No change")
        #expect(direction(.count, "100", "99.5") == "Down (concerning)")
    }

    @Test("A figure without a difference has no direction, for the same reason")
    func noDirection() {
        var fixture = EvaluatorFixture()
        fixture.returned("fires", "2019/20 Q2", "5")
        #expect(fixture.evaluate(EvaluatorFixture.returned(.count), .direction).0 == .missing(.partMissing))
        #expect(fixture.evaluate(EvaluatorFixture.returned(.cumulative), .direction).0 == .missing(.notCompared))
    }

    @Test("A quarter far above the earlier months is a special cause, and a quarter like them is not")
    func variation() {
        #expect(Self.words(Self.fixture(.reduce, before: 10, now: 90), .variation) == "Special cause – concerning")
        #expect(Self.words(Self.fixture(.increase, before: 10, now: 90), .variation) == "Special cause – improving")
        #expect(Self.words(Self.fixture(.monitor, before: 10, now: 90), .variation) == "Special cause – up")
        #expect(Self.words(Self.fixture(.reduce, before: 10, now: 10), .variation) == "Common cause")
    }

    @Test("The chart has the months up to the quarter's end, without a gap, and no more than 24")
    func chart() throws {
        let evaluator = try Self.fixture(nil, before: 10, now: 12).evaluator()
        let chart = try #require(try evaluator.monthlyChart(EvaluatorFixture.crime(), area: 0))
        #expect(chart.period.description == "2018-04/2019-09")
        #expect(chart.chart.points.map { $0.value.numerator } == [Int](repeating: 10, count: 15) + [12, 12, 12])
        #expect(try evaluator.monthlyChart(EvaluatorFixture.crime(), area: 1) == nil)
        var long = EvaluatorFixture()
        long.events(0, from: "2016-01", to: "2019-09", eachMonth: 3)
        #expect(try long.evaluator().monthlyChart(EvaluatorFixture.crime(), area: 0)?.chart.points.count == 24)
        var gap = EvaluatorFixture()
        gap.events(0, from: "2018-01", to: "2018-10", eachMonth: 3)
        gap.events(0, from: "2018-12", to: "2019-09", eachMonth: 3)
        #expect(try gap.evaluator().monthlyChart(EvaluatorFixture.crime(), area: 0) == nil)
        #expect(Self.words(gap, .variation) == "Fewer than 12 months")
    }

    @Test("Returns have no months, and a missing quarter has no reading, only its reason")
    func noChart() {
        #expect(
            EvaluatorFixture().evaluate(EvaluatorFixture.returned(.count), .variation).0 == .missing(.notApplicable))
        let missing = EvaluatorFixture().evaluate(EvaluatorFixture.crime(), .value).0
        #expect(EvaluatorFixture().evaluate(EvaluatorFixture.crime(), .variation).0 == missing)
    }

    @Test("Only a percentage from a number below the small base is marked")
    func smallBase() throws {
        let indicator = EvaluatorFixture.crime()
        func markers(_ before: Int, smallBase: Int, _ measure: Measure = .percentDifference) throws
            -> [ObservationMarker]
        {
            try Self.fixture(nil, before: before, now: 12).evaluator(smallBase: smallBase)
                .cautions(indicator, measure, area: 0)
        }
        #expect(try markers(10, smallBase: 31) == [.lowReliability])
        #expect(try markers(10, smallBase: 30) == [])
        #expect(try markers(10, smallBase: 31, .difference) == [])
        #expect(try markers(10, smallBase: IndicatorEvaluator.usualSmallBase) == [])
    }
}
