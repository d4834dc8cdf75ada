import Core
import Testing

@Suite struct DayCountsTests {
    private static func day(_ text: String) throws -> CalendarDate {
        try #require(DateForm("yyyy-mm-dd")?.date(text))
    }

    @Test("Days after the limit are counted, but do not show that a month was delivered")
    func limit() throws {
        var counts = DayCounts()
        counts.add(try Self.day("2019-04-03"))
        counts.add(try Self.day("2019-04-20"), 2)
        var other = DayCounts()
        other.add(try Self.day("2019-04-20"))
        other.add(try Self.day("2019-12-31"))
        counts.merge(other)
        let limit = try Self.day("2019-04-10")
        let april = Month(year: 2019, month: 4)
        #expect(counts.monthDays(upTo: nil).days[april] == 3...20)
        #expect(counts.monthDays(upTo: limit).days == [april: 3...3])
        let late = try #require(counts.after(limit))
        #expect(late.rows == 4)
        #expect(late.latest == (try Self.day("2019-12-31")))
        #expect(counts.after(try Self.day("2019-12-31")) == nil)
    }
}
