import Core
import Indicators
import Testing

@Suite("Denominators of several years")
struct DenominatorYearTests {
    private func title(_ rule: Denominators.YearRule?, _ month: String) throws -> String? {
        let denominators = Denominators(
            [2018, 2020].map { year in
                .init(name: "residents", title: "residents, \(year)", values: [0: year], source: "S", year: year)
            }, rules: rule.map { ["residents": $0] } ?? [:])
        let first = try #require(Month(month))
        return denominators.denominator("residents", for: Period(first: first, last: first.advanced(by: 2)))?.title
    }

    @Test("The year is that in which the period's financial year begins")
    func period() throws {
        #expect(try title(.period, "2020-04") == "residents, 2020")
        #expect(try title(.period, "2021-01") == "residents, 2020")
    }

    @Test("A missing year has no numbers, or those of the nearest earlier year")
    func missing() throws {
        let denominators = Denominators(
            [.init(name: "residents", title: "residents, 2018", values: [0: 1], source: "S", year: 2018)],
            rules: ["residents": .period])
        let month = try #require(Month("2019-04"))
        let none = denominators.denominator("residents", for: Period(first: month, last: month))
        #expect(none?.values.isEmpty == true)
        #expect(none?.title == "residents, 2019")
        #expect(try title(.nearestBefore, "2019-07") == "residents, 2018")
        #expect(try title(.nearestBefore, "2030-07") == "residents, 2020")
        #expect(try title(.nearestBefore, "2016-07") == "residents, 2018")
    }

    @Test("A fixed year is used for every period")
    func fixed() throws {
        #expect(try title(.fixed(2018), "2020-07") == "residents, 2018")
    }
}
