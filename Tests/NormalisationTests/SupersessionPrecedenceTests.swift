import Core
import Normalisation
import TestSupport
import Testing

/// Tests which row with an identifier counts if the order of rows does not decide.
@Suite struct SupersessionPrecedenceTests {
    private typealias Row = MadeUpExtracts.Row
    private static let nowhere = RowOutcome.outOfScope(.noLocation)

    private static func says(_ month: UInt16, _ category: UInt16) -> UInt64 {
        FactKey(area: 1, month: month, category: category, flags: 0).word
    }

    private static func displaced(
        _ extracts: [[Row]], repeats: TableSchema.Repeats,
        _ precedence: SupersessionResolver.Precedence = .delivery
    ) async -> [Displacement] {
        await SupersessionResolver(
            extracts.map { [MadeUpExtracts.block($0)] }, repeats: repeats, precedence: precedence
        ).displacements(threads: 1)
    }

    @Test("A row with a place takes precedence over rows without one, in any order; of several, the last counts")
    func placed() async {
        let located = [Row(id: 1, says: Self.says(5, 1)), Row(id: 1, says: Self.says(5, 2), outcome: Self.nowhere)]
        for rows in [located, located.reversed()] {
            let displaced = await Self.displaced([rows], repeats: .placed)
            #expect(displaced.map(\.outcome) == [Self.nowhere])
            #expect(displaced.map(\.standing) == [.superseded])
            #expect(displaced.compactMap(\.differingLine) == [3])
        }
        let several = await Self.displaced([located + [Row(id: 1, says: Self.says(5, 3))]], repeats: .placed)
        #expect(Set(several.map(\.payload)) == [Self.says(5, 1), Self.says(5, 2)])
        // By delivery, a later extract still counts.
        let later = await Self.displaced([[located[0]], [located[1]]], repeats: .placed)
        #expect(later.map(\.extract) == [0])
    }

    @Test("When the data decide, the division into extracts does not matter", arguments: 0..<60 as Range<UInt64>)
    func divided(seed: UInt64) async {
        var generator = SeededGenerator(seed: seed)
        let repeats: TableSchema.Repeats = [.placed, .last, .first][Int(seed % 3)]
        // All rows of a month are in one extract, in the same order.
        let months = (1...6).map { month in
            (0..<20).map { _ in
                Row(
                    id: .random(in: 0..<8, using: &generator),
                    says: Self.says(month, .random(in: 0..<4, using: &generator)),
                    outcome: [.accepted, .accepted, Self.nowhere].randomElement(using: &generator) ?? .accepted)
            }
        }
        func standing(_ extracts: [[Row]]) async -> [Row: Int] {
            var left: [Row: Int] = [:]
            for row in extracts.joined() { left[Row(id: 0, says: row.says, outcome: row.outcome), default: 0] += 1 }
            for row in await Self.displaced(extracts, repeats: repeats, .data(hasMonths: true)) {
                left[Row(id: 0, says: row.payload, outcome: row.outcome), default: 0] -= 1
            }
            return left.filter { $0.value != 0 }
        }
        let whole = await standing([months.flatMap { $0 }])
        for _ in 0..<4 {
            var extracts: [[Row]] = [[], [], []]
            for month in months.shuffled(using: &generator) {
                extracts[Int.random(in: 0..<3, using: &generator)] += month
            }
            #expect(await standing(extracts) == whole)
        }
    }

    @Test("Rows that differ in extracts of unknown order are marked, and equal ones are not")
    func unordered() async {
        let unknown = SupersessionResolver.Precedence.delivery { _, _ in false }
        let same = await Self.displaced([[Row(id: 1, says: 5)], [Row(id: 1, says: 5)]], repeats: .last, unknown)
        #expect(same.map(\.isUnordered) == [false])
        for other in [Row(id: 1, says: 6), Row(id: 1, says: 5, outcome: .cancelled)] {
            let differing = await Self.displaced([[Row(id: 1, says: 5)], [other]], repeats: .last, unknown)
            #expect(differing.map(\.isUnordered) == [true])
            #expect(
                await Self.displaced([[Row(id: 1, says: 5)], [other]], repeats: .last).map(\.isUnordered) == [false])
            // The order of rows within one extract is known.
            #expect(
                await Self.displaced([[Row(id: 1, says: 5), other]], repeats: .last, unknown).map(\.isUnordered) == [
                    false
                ])
        }
    }
}
