import Aggregation
import Core
import Testing

@Suite struct CompletenessRuleTests {
    private static let april = Month(year: 2019, month: 4)

    private static func rule(
        quietDays: Int? = nil, partialBelow: Int? = nil, from first: Month = april.advanced(by: -12)
    ) -> CompletenessRule {
        CompletenessRule(
            first: [0: first], dueDays: 30, quietDays: quietDays, partialBelow: partialBelow, shorthand: "Waiting")
    }

    /// Returns facts of one area with these numbers of rows in the months up to April 2019, which is the last.
    private static func facts(_ counts: [Int], days: MonthDays = MonthDays(), _ rule: CompletenessRule) -> EventFacts {
        var cube = FactCube()
        for (index, count) in counts.enumerated() where count > 0 {
            guard let month = FactKey.packed(april.advanced(by: index + 1 - counts.count)) else { continue }
            cube.add(FactKey(area: 0, month: month, category: UInt16(index % 3), flags: 0), count)
        }
        return EventFacts(cube, days: days, rule: rule)
    }

    private static func days(_ month: Month, _ range: ClosedRange<Int>) -> MonthDays {
        var days = MonthDays()
        for day in [range.lowerBound, range.upperBound] {
            if let date = CalendarDate(year: month.year, month: month.monthOfYear, day: day) { days.add(date) }
        }
        return days
    }

    @Test(
        "A month is whole when it has no more days without rows at its beginning and end than the rule allows",
        arguments: [
            (1...30, nil), (4...30, nil), (1...27, nil), (4...27, nil), (5...30, PartialMonth.Cause.starts(day: 5)),
            (1...26, .stops(day: 26)), (9...9, .stops(day: 9)),
        ])
    func days(range: ClosedRange<Int>, cause: PartialMonth.Cause?) {
        let facts = Self.facts([100], days: Self.days(Self.april, range), Self.rule(quietDays: 3))
        #expect(facts.partialMonth(Self.april, ofArea: 0)?.cause == cause)
        #expect(facts.wholeMonths(ofArea: 0).contains(Self.april) == (cause == nil))
        #expect(facts.partialMonth(Self.april, ofArea: 0)?.shorthand == (cause == nil ? nil : "Waiting"))
    }

    @Test("Without a rule, and before the rule's first month, every month counts as whole")
    func unruled() {
        let days = Self.days(Self.april, 1...9)
        #expect(Self.facts([100], days: days, Self.rule()).partialMonth(Self.april, ofArea: 0) == nil)
        let later = Self.rule(quietDays: 3, from: Self.april.advanced(by: 1))
        #expect(Self.facts([100], days: days, later).partialMonth(Self.april, ofArea: 0) == nil)
        #expect(EventFacts(FactCube(), days: days).partialMonth(Self.april, ofArea: 0) == nil)
    }

    @Test(
        "A month is partial when it has fewer rows than the rule's share of the median of at least six other months",
        arguments: [
            ([100, 100, 100, 100, 100, 100, 49], 100), ([100, 100, 100, 100, 100, 100, 50], nil),
            ([100, 100, 100, 100, 100, 10], nil), ([100, 100, 9], 100), ([100, 9], nil), ([100, 19, 1], nil),
            ([100, 0, 100, 100, 100, 100, 100, 1], 100),
            ([10, 20, 100, 101, 1000, 1000, 50], 101), ([10, 20, 100, 101, 1000, 1000, 51], nil),
        ] as [([Int], Int?)])
    func few(counts: [Int], usual: Int?) {
        let partial = Self.facts(counts, Self.rule(partialBelow: 50)).partialMonth(Self.april, ofArea: 0)
        #expect(partial?.cause == usual.map { .few(usual: $0) })
        #expect(partial?.rows == (usual == nil ? nil : counts.last))
    }

    @Test("Only the twelve months before a month decide what is usual for it")
    func window() {
        let years = [Int](repeating: 1000, count: 24) + [Int](repeating: 100, count: 12)
        #expect(
            Self.facts(years + [51], Self.rule(partialBelow: 50)).partialMonth(Self.april, ofArea: 0) == nil)
    }

    @Test("The first partial month of a period is found, and only when the month is in the period")
    func period() {
        let facts = Self.facts([100, 100, 100, 100, 100, 100, 10, 100, 12], Self.rule(partialBelow: 50))
        let quarter = Period(first: Self.april.advanced(by: -2), last: Self.april)
        #expect(facts.firstMonthPartial(area: 0, quarter)?.month == Self.april.advanced(by: -2))
        #expect(facts.firstMonthPartial(area: 1, quarter) == nil)
        let before = Period(first: Self.april.advanced(by: -5), last: Self.april.advanced(by: -3))
        #expect(facts.firstMonthPartial(area: 0, before) == nil)
    }

    @Test("Data of a month are due the stated number of days after its end")
    func due() { #expect("\(Self.rule().due(Self.april))" == "2019-05-30") }

    @Test("Rows reach the end of a month when one of the month's last days occurs, or when there is no rule")
    func reach() {
        #expect(Self.rule(quietDays: 3).reachesEnd(of: Self.april, Self.days(Self.april, 1...27)))
        #expect(!Self.rule(quietDays: 3).reachesEnd(of: Self.april, Self.days(Self.april, 1...26)))
        #expect(!Self.rule(quietDays: 3).reachesEnd(of: Self.april, MonthDays()))
        #expect(Self.rule().reachesEnd(of: Self.april, MonthDays()))
    }
}
