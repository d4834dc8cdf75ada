import Core
import Indicators
import Testing

@Suite("Counts that are implausible beside their own history")
struct ImplausibleChangeTests {
    private static let april = Month(year: 2025, month: 4)
    /// About 100 a month, with chance variation.
    private static let history = [104, 96, 110, 92, 101, 99, 107, 88, 103, 97, 105, 98]

    private func judged(_ count: Int, _ history: [Int] = history, _ grain: TimeGrain = .month) -> Int? {
        ImplausibleChange([(Self.april, count)], after: history, grain)?.count
    }

    @Test("A count is implausible outside the limits when it is under a fifth or over five times the usual count")
    func factor() {
        #expect(judged(5) == 5)
        #expect(judged(0) == 0)
        #expect(judged(501) == 501)
        // Outside the limits of the chart, but not an implausible change.
        #expect(judged(30) == nil)
        #expect(judged(499) == nil)
        #expect(judged(100) == nil)
    }

    @Test("Nothing is reported for fewer than 20 a month, or for a history that is too short for a chart")
    func history() {
        #expect(judged(0, Self.history.map { $0 * 19 / 104 }) == nil)
        #expect(judged(0, Array(Self.history.dropLast())) == nil)
        // A source that counts by quarters has four counts a year.
        #expect(judged(0, Array(Self.history.prefix(4)), .quarter) == 0)
        #expect(judged(0, Array(Self.history.prefix(3)), .quarter) == nil)
    }

    @Test("A series that swings between very low and high counts has no lower limit, so a low count is not reported")
    func swings() {
        let wild = [0, 200, 10, 180, 5, 220, 0, 190, 15, 210, 0, 170]
        #expect(judged(10, wild) == nil)
    }
}
