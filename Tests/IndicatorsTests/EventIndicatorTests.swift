import Aggregation
import Core
import Indicators
import Testing

@Suite struct EventIndicatorTests {
    private static func fixture() -> EvaluatorFixture {
        var fixture = EvaluatorFixture()
        // 10 a month in 2018/19, and 20 a month from April to September 2019; in the other area always 100.
        fixture.events(0, from: "2018-04", to: "2019-03", eachMonth: 10)
        fixture.events(0, from: "2019-04", to: "2019-09", eachMonth: 20)
        fixture.events(1, from: "2018-04", to: "2019-09", eachMonth: 100)
        return fixture
    }

    @Test(
        "A count covers the months of its column",
        arguments: [(PeriodRole.baseline, 120), (.yearBefore, 30), (.quarter, 60), (.yearToDate, 120)])
    func periods(role: PeriodRole, count: Int) {
        let (value, unit) = Self.fixture().evaluate(EvaluatorFixture.crime(), .value, role)
        #expect(value == .number(Rational(count)))
        #expect(unit == .count("crimes"))
    }

    @Test(
        "Events that may belong to a sub-group make its number unknown, but not that of their own group",
        arguments: [(0, 100, true), (4, 100, true), (5, 245, true), (5, 100, false), (1, 0, false)])
    func undivided(undivided: Int, counted: Int, isKnown: Bool) {
        var fixture = EvaluatorFixture()
        fixture.events(0, "2019-07", 1000, category: 3)
        for month in ["2019-08", "2019-09"] { fixture.events(0, month, 1, category: 3) }
        if undivided > 0 { fixture.events(0, "2019-07", undivided, category: 1) }
        if counted > 0 { fixture.events(0, "2019-07", counted, category: 2) }
        fixture.facts.partialLists["crime"] = Classification(
            name: "types",
            codes: [0, 0, 1, 2].map { (group: Int) in Classification.Code(code: "c", title: "", group: group) },
            groups: [("all", nil), ("part", 0), ("other", 0)].map { .init(name: $0.0, title: $0.0, parent: $0.1) },
            dialect: .exact, aliases: [:])
        func value(_ categories: Set<Int>) -> FigureValue {
            fixture.evaluate(
                Indicator(
                    name: "crime", subject: .events(source: "crime", categories: categories, flag: nil), kind: .count,
                    unitNoun: "crimes", denominator: nil), .value
            ).0
        }
        #expect(value([2]) == (isKnown ? .number(Rational(counted)) : .missing(.notDivided)))
        #expect(value([0, 1, 2, 3]) == .number(Rational(1002 + undivided + counted)))
    }

    @Test("A rate is per thousand of the named denominator of the area")
    func rate() throws {
        let (value, unit) = Self.fixture().evaluate(EvaluatorFixture.crime(), .rate)
        #expect(value == .number(Rational(30)))
        #expect(unit == .rate(denominator: "residents, 2011"))
        #expect(unit.name == "per 1,000 residents, 2011")
        let (households, _) = Self.fixture().evaluate(EvaluatorFixture.crime(denominator: "households"), .rate)
        #expect(households == .number(Rational(75)))
        let (sum, _) = Self.fixture().evaluate(EvaluatorFixture.crime(), .rate, area: EvaluatorFixture.total)
        #expect(sum == .number(Rational(60)))
    }

    @Test("There is no rate without a denominator, without one for the area, or with a denominator of zero")
    func noDenominator() {
        let fixture = Self.fixture()
        for (denominator, area) in [
            ("households", EvaluatorFixture.total), ("households", 1), ("dwellings", 0), (nil, 0),
        ] {
            let (value, _) = fixture.evaluate(EvaluatorFixture.crime(denominator: denominator), .rate, area: area)
            #expect(value == .missing(.noDenominator))
        }
    }

    @Test("The difference is from the same quarter of the year before, as a number and in percent")
    func differences() {
        let fixture = Self.fixture()
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .difference).0 == .number(Rational(30)))
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .difference).1 == .count("crimes"))
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .percentDifference).0 == .number(Rational(100)))
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .percentDifference).1 == .percent)
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .percentDifference, area: 1).0 == .number(Rational(0)))
    }

    @Test("A change from zero is undefined, also to zero; a fall to zero is a hundred percent")
    func changeFromZero() {
        var fixture = Self.fixture()
        fixture.events(0, "2019-08", 4, category: 7)
        fixture.events(0, "2018-08", 4, category: 8)
        #expect(fixture.evaluate(EvaluatorFixture.crime([7]), .percentDifference).0 == .missing(.changeFromZero))
        #expect(fixture.evaluate(EvaluatorFixture.crime([7]), .difference).0 == .number(Rational(4)))
        #expect(fixture.evaluate(EvaluatorFixture.crime([9]), .percentDifference).0 == .missing(.changeFromZero))
        #expect(fixture.evaluate(EvaluatorFixture.crime([9]), .difference).0 == .number(Rational(0)))
        #expect(fixture.evaluate(EvaluatorFixture.crime([8]), .percentDifference).0 == .number(Rational(-100)))
    }

    @Test("A total area is the sum of its parts, and is missing when a part is missing")
    func total() {
        var fixture = Self.fixture()
        let crime = EvaluatorFixture.crime()
        #expect(fixture.evaluate(crime, .value, area: EvaluatorFixture.total).0 == .number(Rational(360)))
        #expect(fixture.evaluate(crime, .difference, area: EvaluatorFixture.total).0 == .number(Rational(30)))
        fixture.quarterText = "2019-20-Q3"
        fixture.events(0, from: "2019-10", to: "2019-12", eachMonth: 1)
        fixture.events(1, "2019-10", 1)
        #expect(
            fixture.evaluate(crime, .value, area: EvaluatorFixture.total).0
                == .missing(.notDelivered(source: "crime", month: Month(year: 2019, month: 11))))
        #expect(fixture.evaluate(crime, .value).0 == .number(Rational(3)))
        #expect(fixture.evaluate(crime, .difference, area: EvaluatorFixture.total).0 == .missing(.partMissing))
        #expect(fixture.evaluate(crime, .percentDifference, area: EvaluatorFixture.total).0 == .missing(.partMissing))
    }

    @Test("A month without any row of the area was not delivered, and a rate says so, too")
    func notDelivered() {
        var fixture = Self.fixture()
        fixture.quarterText = "2019-20-Q3"
        let missing = FigureValue.missing(.notDelivered(source: "crime", month: Month(year: 2019, month: 10)))
        for measure in [Measure.value, .rate] {
            #expect(fixture.evaluate(EvaluatorFixture.crime(), measure).0 == missing)
        }
        let nothing = EvaluatorFixture()
        #expect(
            nothing.evaluate(EvaluatorFixture.crime(), .value).0
                == .missing(.notDelivered(source: "crime", month: Month(year: 2019, month: 7))))
    }

    @Test("A group that the source does not divide is missing, not zero")
    func notDivided() {
        let indicator = EvaluatorFixture.crime([])
        #expect(Self.fixture().evaluate(indicator, .value).0 == .missing(.notDivided))
        #expect(Self.fixture().evaluate(indicator, .rate).0 == .missing(.notDivided))
        #expect(Self.fixture().evaluate(indicator, .difference).0 == .missing(.partMissing))
    }

    @Test("An indicator with a flag counts only events that have the flag")
    func flags() {
        var fixture = Self.fixture()
        fixture.events(0, "2019-07", 5, flags: 2)
        fixture.events(0, "2019-07", 7, flags: 3)
        #expect(fixture.evaluate(EvaluatorFixture.crime(flag: 2), .value).0 == .number(Rational(12)))
        #expect(fixture.evaluate(EvaluatorFixture.crime(flag: 1), .value).0 == .number(Rational(7)))
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .value).0 == .number(Rational(72)))
    }

    @Test("A figure that includes a partial month is missing, and gives the reason in the partnership's words")
    func partialMonth() throws {
        var fixture = EvaluatorFixture()
        let first = try #require(Month("2018-04"))
        fixture.completeness = CompletenessRule(
            first: [0: first], dueDays: 30, partialBelow: 50, shorthand: "Waiting for data")
        fixture.events(0, from: "2018-04", to: "2019-08", eachMonth: 100)
        fixture.events(0, "2019-09", 40)
        fixture.events(1, from: "2018-04", to: "2019-09", eachMonth: 10)
        let partial = FigureValue.missing(
            .partial(source: "crime", month: try #require(Month("2019-09")), shorthand: "Waiting for data"))
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .value).0 == partial)
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .rate).0 == partial)
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .value, area: EvaluatorFixture.total).0 == partial)
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .difference).0 == .missing(.partMissing))
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .value, .yearBefore).0 == .number(Rational(300)))
        #expect(fixture.evaluate(EvaluatorFixture.crime(), .value, area: 1).0 == .number(Rational(30)))
        guard case .missing(let reason) = partial else {
            Issue.record("the month is whole")
            return
        }
        #expect((reason.code, reason.display) == ("partial", "Waiting for data"))
        #expect(reason.explanation.hasPrefix("Waiting for data not available: at least one month"))
    }
}
