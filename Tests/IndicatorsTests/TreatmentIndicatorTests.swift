import Aggregation
import Core
import Indicators
import Testing

/// Tests for 2019/20 Q2. The window is October 2018 to September 2019; a year before, it is October 2017 to September
/// 2018.
@Suite struct TreatmentIndicatorTests {
    private static func episode(_ person: UInt64, _ triage: String, completed: String? = nil, left: String? = nil)
        throws -> Episode
    {
        let form = try #require(DateForm("yyyy-mm-dd"))
        return Episode(
            person: RecordKey(high: person, low: 0), area: 0, triage: try #require(form.date(triage)),
            discharge: (completed ?? left).flatMap(form.date), successful: completed != nil, drugs: [1011])
    }

    private static func fixture() throws -> EvaluatorFixture {
        var fixture = EvaluatorFixture()
        fixture.facts.episodes["treatment"] = [
            try episode(1, "2018-11-01", completed: "2019-02-01"),  // client 1 completes, and returns in June
            try episode(1, "2019-06-01", left: "2019-06-20"),
            try episode(2, "2018-11-01", completed: "2019-03-01"),  // client 2 completes
            try episode(3, "2019-01-01"),  // still in treatment
            try episode(4, "2017-10-01", left: "2018-05-01"),  // in treatment the year before
            try episode(5, "2018-08-20", left: "2018-10-02"),  // in both windows, effectively treated in neither
        ]
        return fixture
    }

    @Test("Each measure covers the twelve months that end with the column's period")
    func measures() throws {
        let fixture = try Self.fixture()
        let effective = EvaluatorFixture.treatment(.inEffectiveTreatment)
        #expect(fixture.evaluate(effective, .value).0 == .number(Rational(3)))
        #expect(fixture.evaluate(effective, .value).1 == .count("clients"))
        // In the twelve months to 30 September 2018, only client 4 counts.
        #expect(fixture.evaluate(effective, .value, .yearBefore).0 == .number(Rational(1)))
        // April 2018 to March 2019: clients 1 and 2 completed, client 3 has had 89 days, and client 4 left in May after
        // 212.
        #expect(fixture.evaluate(effective, .value, .baseline).0 == .number(Rational(4)))
        #expect(fixture.evaluate(effective, .value, .yearToDate).0 == .number(Rational(3)))
        #expect(fixture.evaluate(effective, .difference).0 == .number(Rational(2)))
        #expect(fixture.evaluate(effective, .percentDifference).0 == .number(Rational(200)))
    }

    @Test("Completions are a share of clients in treatment, and re-presentations a share of clients who completed")
    func shares() throws {
        let fixture = try Self.fixture()
        // Clients 1 and 2, out of clients 1, 2, 3 and 5.
        #expect(fixture.evaluate(EvaluatorFixture.treatment(.successfulCompletion), .value).0 == .number(Rational(50)))
        #expect(fixture.evaluate(EvaluatorFixture.treatment(.successfulCompletion), .value).1 == .percent)
        // Client 1, out of clients 1 and 2.
        #expect(fixture.evaluate(EvaluatorFixture.treatment(.representation), .value).0 == .number(Rational(50)))
        // A year before, neither client 4 nor client 5 completed, so nobody could return.
        #expect(
            fixture.evaluate(EvaluatorFixture.treatment(.successfulCompletion), .value, .yearBefore).0
                == .number(Rational(0)))
        #expect(
            fixture.evaluate(EvaluatorFixture.treatment(.representation), .value, .yearBefore).0 == .missing(.nobody))
        #expect(fixture.evaluate(EvaluatorFixture.treatment(.representation), .difference).0 == .missing(.nobody))
        #expect(fixture.evaluate(EvaluatorFixture.treatment(.successfulCompletion), .difference).1 == .percentagePoints)
        #expect(
            fixture.evaluate(EvaluatorFixture.treatment(.successfulCompletion), .percentDifference).0
                == .missing(.notApplicable))
    }

    @Test("A rolling count has no rate, and a count without a delivery is missing, not zero")
    func missing() throws {
        let fixture = try Self.fixture()
        let effective = EvaluatorFixture.treatment(.inEffectiveTreatment)
        #expect(fixture.evaluate(effective, .rate).0 == .missing(.notApplicable))
        let expected = FigureValue.missing(.notDelivered(source: "treatment", month: Month(year: 2019, month: 9)))
        #expect(fixture.evaluate(effective, .value, area: 1).0 == expected)
        #expect(EvaluatorFixture().evaluate(effective, .value).0 == expected)
    }

    @Test("Treatment data that stop before the end of the window are not complete")
    func partial() throws {
        var fixture = try Self.fixture()
        let effective = EvaluatorFixture.treatment(.inEffectiveTreatment)
        let september = try #require(Month("2019-09"))
        let rule = CompletenessRule(first: [0: try #require(Month("2018-04"))], dueDays: 45, quietDays: 7)
        func value(lastDay: String?) -> FigureValue {
            var days = MonthDays()
            if let day = lastDay.flatMap({ DateForm("yyyy-mm-dd")?.date($0) }) { days.add(day) }
            fixture.facts.treatmentDays["treatment"] = (days, rule)
            return fixture.evaluate(effective, .value).0
        }
        #expect(value(lastDay: "2019-09-23") == .number(Rational(3)))
        #expect(
            value(lastDay: "2019-09-22") == .missing(.partial(source: "treatment", month: september, shorthand: nil)))
        #expect(value(lastDay: "2019-06-30") == .missing(.notDelivered(source: "treatment", month: september)))
        // With the rule, the baseline is missing, because no row is dated in March 2019.
        #expect(fixture.evaluate(effective, .value, .baseline).0 != .number(Rational(4)))
        fixture.facts.treatmentDays = [:]
        #expect(fixture.evaluate(effective, .value, .baseline).0 == .number(Rational(4)))
    }

    @Test("A share of clients is made from two counts of clients, and a count from itself")
    func bases() throws {
        let evaluator = try Self.fixture().evaluator()
        func values(_ measure: TreatmentMeasure) -> [Rational] {
            evaluator.bases(of: EvaluatorFixture.treatment(measure), .quarter, area: 0).map(\.value)
        }
        #expect(values(.inEffectiveTreatment) == [Rational(3)])
        #expect(values(.successfulCompletion) == [Rational(2), Rational(4)])
        #expect(values(.representation) == [Rational(1), Rational(2)])
    }
}
