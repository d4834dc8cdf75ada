import Core
import Testing

@Suite struct MonthDaysTests {
    private static func days(_ texts: [String]) -> MonthDays {
        texts.compactMap { DateForm("yyyy-mm-dd")?.date($0) }.reduce(into: MonthDays()) { $0.add($1) }
    }

    private static let june = Month(year: 2019, month: 6)

    @Test("The first and the last day of each month are kept, in whatever order the days come")
    func range() {
        let days = Self.days(["2019-06-20", "2019-06-03", "2019-06-11", "2020-02-29"])
        #expect(days.days[Self.june] == 3...20)
        #expect(days.gaps(in: Self.june).map { [$0.before, $0.after] } == [2, 10])
        #expect(days.gaps(in: Month(year: 2020, month: 2)).map { [$0.before, $0.after] } == [28, 0])
        #expect(days.gaps(in: Month(year: 2019, month: 7)) == nil)
    }

    @Test("Merged days are the days of both, whatever the order")
    func merge() {
        let texts = ["2019-06-20", "2019-05-31", "2019-06-03", "2019-05-01"]
        for cut in 0...texts.count {
            var (a, b) = (Self.days(Array(texts[..<cut])), Self.days(Array(texts[cut...])))
            let other = a
            a.merge(b)
            b.merge(other)
            #expect(a == Self.days(texts))
            #expect(b == a)
        }
    }

    @Test("A period counts as touched when a day is in one of its months")
    func touches() {
        let days = Self.days(["2019-06-20"])
        #expect(days.touches(Period(first: Month(year: 2019, month: 4), last: Self.june)))
        #expect(!days.touches(Period(first: Self.june.advanced(by: 1), last: Self.june.advanced(by: 3))))
    }
}
