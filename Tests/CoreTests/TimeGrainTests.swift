import Core
import Testing

@Suite struct TimeGrainTests {
    private static func period(_ first: String, _ last: String) throws -> Period {
        Period(first: try #require(Month(first)), last: try #require(Month(last)))
    }

    @Test(
        "Counts by quarter fit periods of whole financial quarters, and counts by month fit every period",
        arguments: [
            ("2019-04", "2019-06", true), ("2019-04", "2020-03", true), ("2020-01", "2020-03", true),
            ("2018-07", "2019-06", true), ("2019-04", "2019-04", false), ("2019-05", "2019-06", false),
            ("2019-03", "2019-06", false), ("2019-04", "2019-07", false), ("2019-01", "2019-12", true),
        ])
    func divides(first: String, last: String, byQuarters: Bool) throws {
        let period = try Self.period(first, last)
        #expect(TimeGrain.quarter.divides(period) == byQuarters)
        #expect(TimeGrain.month.divides(period))
    }

    @Test("A month of a quarter stands for the whole quarter")
    func period() throws {
        for month in try Self.period("2020-01", "2020-03").months {
            #expect(TimeGrain.quarter.period(of: month).description == "2020-01/2020-03")
            #expect(TimeGrain.month.period(of: month).description == month.description)
        }
    }
}
