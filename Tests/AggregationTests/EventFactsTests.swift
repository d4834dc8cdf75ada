import Aggregation
import Core
import Testing

@Suite struct EventFactsTests {
    private static let april = Month(year: 2019, month: 4)

    private static func facts(_ cells: [(area: UInt16, month: Int, category: UInt16, flags: UInt16, count: Int)])
        -> EventFacts
    {
        var cube = FactCube()
        for cell in cells {
            guard let month = FactKey.packed(april.advanced(by: cell.month)) else { continue }
            cube.add(FactKey(area: cell.area, month: month, category: cell.category, flags: cell.flags), cell.count)
        }
        return EventFacts(cube)
    }

    private static let quarter = Period(first: april, last: april.advanced(by: 2))

    @Test("Counts are by area, months, categories and flag")
    func counts() {
        let facts = Self.facts([
            (0, 0, 1, 0, 5), (0, 1, 1, 1, 7), (0, 2, 2, 3, 11), (0, 3, 1, 0, 100), (1, 0, 1, 1, 1000),
            (0, -1, 1, 0, 10_000),
        ])
        #expect(facts.count(area: 0, Self.quarter, categories: [1]) == 12)
        #expect(facts.count(area: 0, Self.quarter, categories: [1, 2]) == 23)
        #expect(facts.count(area: 0, Self.quarter, categories: [1, 2], flag: 1) == 18)
        #expect(facts.count(area: 0, Self.quarter, categories: [1, 2], flag: 2) == 11)
        #expect(facts.count(area: 0, Self.quarter, categories: [1, 2], flag: 4) == 0)
        #expect(facts.count(area: 1, Self.quarter, categories: [1]) == 1000)
        #expect(facts.count(area: 9, Self.quarter, categories: [1]) == 0)
        #expect(facts.count(area: 0, Self.quarter, categories: []) == 0)
        #expect(facts.areas == [0, 1])
    }

    @Test("A month without any row of the area was not delivered; a month that lacks only a category was delivered")
    func missingMonths() {
        let facts = Self.facts([(0, 0, 1, 0, 1), (0, 2, 2, 0, 1), (1, 0, 1, 0, 1), (1, 1, 1, 0, 1), (1, 2, 9, 0, 1)])
        #expect(facts.firstMonthMissing(area: 0, Self.quarter) == Self.april.advanced(by: 1))
        #expect(facts.firstMonthMissing(area: 1, Self.quarter) == nil)
        #expect(facts.firstMonthMissing(area: 2, Self.quarter) == Self.april)
        #expect(facts.months(ofArea: 0) == [Self.april, Self.april.advanced(by: 2)])
    }

    @Test("A quarter counted as a whole is delivered as a whole and adds up to years; its months have no counts")
    func quarters() throws {
        // April has 5 events, June 2 in the same quarter, and July 7. January has 3 and -3, so the last quarter has 0
        // in all.
        let monthly = Self.facts([(0, 0, 1, 0, 5), (0, 2, 1, 0, 2), (0, 3, 1, 0, 7), (0, 9, 1, 0, 3), (0, 9, 2, 0, -3)])
        let facts = EventFacts(monthly.cube, grain: .quarter)
        let year = Period(first: Self.april, last: Self.april.advanced(by: 11))
        let firstHalf = Period(first: Self.april, last: Self.april.advanced(by: 5))
        #expect(monthly.firstMonthMissing(area: 0, Self.quarter) == Self.april.advanced(by: 1))
        #expect(facts.firstMonthMissing(area: 0, Self.quarter) == nil)
        #expect(facts.firstMonthMissing(area: 0, firstHalf) == nil)
        #expect(facts.firstMonthMissing(area: 0, year) == Self.april.advanced(by: 6))
        #expect(facts.count(area: 0, Self.quarter, categories: [1]) == 7)
        #expect(facts.count(area: 0, firstHalf, categories: [1]) == 14)
        #expect(facts.divide(Self.quarter) && facts.divide(year))
        #expect(!facts.divide(Period(first: Self.april, last: Self.april)))
        #expect(monthly.divide(Period(first: Self.april, last: Self.april)))
    }

    @Test("A quarter in which all counts are zero was still delivered")
    func zeros() throws {
        let packed = try #require(FactKey.packed(Self.april))
        let key = FactKey(area: 0, month: packed, category: 1, flags: 0)
        var cube = FactCube()
        cube.add(key, 0)
        #expect(EventFacts(cube, grain: .quarter).firstMonthMissing(area: 0, Self.quarter) == Self.april)
        let facts = EventFacts(cube, grain: .quarter, delivered: [key])
        #expect(facts.firstMonthMissing(area: 0, Self.quarter) == nil)
        #expect(facts.count(area: 0, Self.quarter, categories: [1]) == 0)
        #expect(facts.areas == [0])
    }
}
