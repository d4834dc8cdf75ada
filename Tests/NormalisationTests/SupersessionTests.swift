import Core
import Normalisation
import TestSupport
import Testing

@Suite struct SupersessionTests {
    private typealias Row = MadeUpExtracts.Row

    @Test("Within an extract, an equal row is a duplicate; when rows differ, the last counts, and this is reported")
    func oneExtract() async {
        let displaced = await MadeUpExtracts.displaced([
            [
                Row(id: 1, says: 5), Row(id: 2, says: 5), Row(id: 1, says: 5), Row(id: 2, says: 6),
                Row(id: 3, says: 5, outcome: .cancelled), Row(id: 3, says: 5),
            ]
        ])
        #expect(displaced.count == 3)
        #expect(displaced.filter { $0.standing == .duplicate }.map(\.payload) == [5])
        let superseded = displaced.filter { $0.standing == .superseded }.sorted {
            ($0.differingLine ?? 0) < ($1.differingLine ?? 0)
        }
        // The fourth and the sixth row, after one header line.
        #expect(superseded.map(\.differingLine) == [5, 7])
        #expect(superseded.map(\.outcome) == [.accepted, .cancelled])
    }

    @Test("If the schema says so, the first of differing rows counts, and the others are reported as duplicates")
    func firstCounts() async {
        let rows = [Row(id: 2, says: 5), Row(id: 1, says: 7), Row(id: 2, says: 6), Row(id: 2, says: 5)]
        let displaced = await MadeUpExtracts.displaced([rows], repeats: .first)
        #expect(displaced.map(\.standing) == [.duplicate, .duplicate])
        #expect(displaced.compactMap(\.differingLine) == [4])
        #expect(displaced.map(\.payload) == [6, 5])
        // Across extracts, the later row still supersedes the earlier one.
        let later = await MadeUpExtracts.displaced([[Row(id: 1, says: 5)], [Row(id: 1, says: 6)]], repeats: .first)
        #expect(later.map(\.standing) == [.superseded])
        #expect(later.map(\.extract) == [0])
    }

    @Test("For every row that does not count, its line and the row that replaced it are known")
    func places() async {
        let displaced = await MadeUpExtracts.displaced([
            [Row(id: 1, says: 5), Row(id: 2, says: 5), Row(id: 1, says: 5)],
            [Row(id: 3, says: 1), Row(id: 2, says: 6)],
        ])
        let places = displaced.map { [RowPlace(extract: $0.extract, line: $0.line), $0.by] }
        #expect(
            Set(places) == [
                [RowPlace(extract: 0, line: 4), RowPlace(extract: 0, line: 2)],
                [RowPlace(extract: 0, line: 3), RowPlace(extract: 1, line: 3)],
            ])
    }

    @Test("Across extracts, the later row always supersedes the earlier row, and that is not a finding")
    func acrossExtracts() async {
        for outcome in [RowOutcome.accepted, .cancelled, .outOfScope(.outsideArea)] {
            let displaced = await MadeUpExtracts.displaced([
                [Row(id: 1, says: 5)], [Row(id: 1, says: 5, outcome: outcome)],
            ])
            #expect(displaced.map(\.extract) == [0])
            #expect(displaced.map(\.standing) == [.superseded])
            #expect(displaced.first?.differingLine == nil)
        }
    }

    @Test(
        "One row counts for each identifier, and every other row is accounted for",
        arguments: 0..<12 as Range<UInt64>)
    func laws(seed: UInt64) async {
        var generator = SeededGenerator(seed: seed)
        let extracts = MadeUpExtracts.random(
            &generator, extracts: Int(seed % 4) + 1, rows: 1500, ids: [3, 700, 100_000][Int(seed % 3)])
        let expected = MadeUpExtracts.expected(extracts)
        let displaced = await MadeUpExtracts.displaced(extracts)
        let total = extracts.reduce(0) { $0 + $1.count }
        #expect(total - displaced.count == expected.standing.count)
        #expect(displaced.count { $0.standing == .duplicate } == expected.duplicates)
        #expect(displaced.count { $0.standing == .superseded } == expected.superseded)
        // The rows that remain after the displaced ones are removed are the rows that count.
        var left: [Row: Int] = [:]
        for row in extracts.joined() { left[Row(id: 0, says: row.says, outcome: row.outcome), default: 0] += 1 }
        for row in displaced { left[Row(id: 0, says: row.payload, outcome: row.outcome), default: 0] -= 1 }
        var stands: [Row: Int] = [:]
        for row in expected.standing.values {
            stands[Row(id: 0, says: row.says, outcome: row.outcome), default: 0] += 1
        }
        #expect(left.filter { $0.value != 0 } == stands)
        // The result does not depend on threads or chunks.
        for (threads, pieces) in [(2, 1), (7, 3), (1, 10)] {
            #expect(Set(await MadeUpExtracts.displaced(extracts, threads: threads, pieces: pieces)) == Set(displaced))
        }
    }

    @Test("After a resolution, a second resolution displaces no rows")
    func twice() async {
        var generator = SeededGenerator(seed: 4)
        let extracts = MadeUpExtracts.random(&generator, extracts: 3, rows: 800, ids: 300)
        #expect(await MadeUpExtracts.displaced([Array(MadeUpExtracts.expected(extracts).standing.values)]).isEmpty)
    }

    @Test("When all rows of each identifier are equal, the order of rows in an extract changes no total")
    func rowOrder() async {
        var generator = SeededGenerator(seed: 8)
        var extracts = MadeUpExtracts.random(&generator, extracts: 2, rows: 1000, ids: 200).enumerated().map {
            extract, rows in
            rows.map { Row(id: $0.id, says: $0.id * 2 + UInt64(extract)) }
        }
        let before = await MadeUpExtracts.displaced(extracts)
        extracts = extracts.map { $0.shuffled(using: &generator) }
        let after = await MadeUpExtracts.displaced(extracts)
        func totals(_ all: [Displacement]) -> [[UInt64]: Int] {
            Dictionary(
                all.map { ([UInt64($0.extract), UInt64($0.standing.rawValue), $0.payload], 1) }, uniquingKeysWith: +)
        }
        #expect(totals(before) == totals(after))
    }

    @Test("Without rows, nothing is displaced")
    func empty() async {
        #expect(await MadeUpExtracts.displaced([]).isEmpty)
        #expect(await MadeUpExtracts.displaced([[], []], threads: 4).isEmpty)
    }
}
