import Core
import Testing

@Suite struct ConsequenceTests {
    @Test("A share is compared exactly: 5 of 100 is not more than 5 %, and 6 of 100 is")
    func shares() throws {
        let five = FaultLimit.percent(Rational(5))
        #expect(!five.isExceeded(by: 5, of: 100))
        #expect(five.isExceeded(by: 6, of: 100))
        #expect(five.isExceeded(by: 1, of: 19))
        #expect(!five.isExceeded(by: 0, of: 0))
        let third = FaultLimit.percent(try #require(Rational(decimal: "0.1")))
        #expect(!third.isExceeded(by: 1, of: 1000))
        #expect(third.isExceeded(by: 1, of: 999))
        #expect(third.description == "0.1%")
    }

    @Test("Rows are counted")
    func rows() {
        #expect(!FaultLimit.rows(3).isExceeded(by: 3, of: 3))
        #expect(FaultLimit.rows(3).isExceeded(by: 4, of: 1000))
        #expect(FaultLimit.rows(0).isExceeded(by: 1, of: 1000))
    }

    @Test("When two limits are exceeded, the graver one counts; when nothing is at fault, none counts")
    func escalation() {
        let both = Consequence(then: .note, refuseAbove: .rows(1), stopAbove: .percent(Rational(50)))
        #expect(both.escalation(count: 1, of: 10) == nil)
        #expect(both.escalation(count: 2, of: 10)?.severity == .refuse)
        #expect(both.escalation(count: 2, of: 10)?.limit == .rows(1))
        #expect(both.escalation(count: 6, of: 10)?.severity == .stop)
        #expect(Consequence(then: .refuse).escalation(count: 0, of: 10) == nil)
        #expect(Consequence(then: .refuse).escalation(count: 1, of: 10)?.severity == .refuse)
        #expect(Consequence(then: .refuse, stopAbove: .rows(1)).escalation(count: 2, of: 10)?.severity == .stop)
        #expect(Consequence(then: .stop).escalation(count: 1, of: 10)?.severity == .stop)
        #expect(Consequence(then: .quarantine).escalation(count: 10, of: 10) == nil)
    }

    @Test("A breach states the rule, the number of rows, the limit and the lines")
    func description() {
        let breach = ThresholdBreach(
            rule: .patternMismatch, explanation: FindingRule.patternMismatch.explanation, column: "lsoa",
            severity: .refuse, count: 12, read: 96, limit: .percent(Rational(5)), lines: [3, 7, 9])
        #expect(
            breach.description
                == "lsoa: the value does not match the schema's pattern, in 12 of 96 rows (12.50%), more than "
                + "the 5% that the schema allows; first in lines 3, 7, 9; have the extract corrected, or, if it is right, "
                + "change 'checks' in its schema [pattern-mismatch]")
    }
}
