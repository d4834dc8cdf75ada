import Core
import Disclosure
import Indicators
import TestSupport
import Testing

/// Counts so large that reasoning about them could overflow.
@Suite("Disclosure of numbers near the end of a word")
struct LargeNumberTests {
    /// Returns rows and columns of cells with their totals. A few cells are small, the others of any size.
    private static func problem(_ generator: inout SeededGenerator) -> DisclosureProblem {
        let sizes = [Int.max, .max - 1, .max / 2, .max / 255, .max / 2_000, .max / 4_000, 1 << 40, 7]
        let large = Array(sizes.suffix(.random(in: 1...sizes.count, using: &generator)))
        let cells = (0..<9).map { index in
            index % 4 == 0 ? Int.random(in: 0...6, using: &generator) : large.randomElement(using: &generator) ?? 0
        }
        var counts = cells.indices.map { index in
            DisclosureProblem.Count(
                name: "cell \(index)", parts: [index], leastPossible: (1...4).contains(cells[index]) ? 4 : nil,
                isPublic: Int.random(in: 0..<12, using: &generator) == 0, weight: 2)
        }
        for line in 0..<3 {
            counts.append(
                .init(name: "row \(line)", parts: [0, 1, 2].map { 3 * line + $0 }, leastPossible: nil, weight: 4))
            counts.append(
                .init(name: "column \(line)", parts: [0, 3, 6].map { $0 + line }, leastPossible: nil, weight: 4))
        }
        counts.append(.init(name: "all", parts: Array(0..<9), leastPossible: nil, weight: 10))
        return DisclosureProblem(truth: cells, counts: counts)
    }

    @Test("Numbers about which exact reasoning cannot decide are withheld, and the program does not stop")
    func safeRule() throws {
        var generator = SeededGenerator(seed: 92)
        var (exact, rough) = (0, 0)
        for _ in 0..<200 {
            let problem = Self.problem(&generator)
            do throws(DisclosureFailure) {
                let withheld = try problem.withheld()
                let recovered = try problem.recovered(withheld: withheld)
                #expect(withheld.isSuperset(of: problem.primary) && recovered.isEmpty)
                exact += 1
            } catch {
                #expect(error != .contradictoryCounts)
                let withheld = try problem.roughlyWithheld()
                #expect(withheld.isSuperset(of: problem.primary))
                #expect(try problem.roughlyRecovered(withheld: withheld).isEmpty)
                rough += 1
            }
        }
        #expect(exact > 10 && rough > 10)
    }

    @Test("When numbers are too large, every figure that can be withheld is withheld, and withholding less is refused")
    func everything() throws {
        let problem = DisclosureProblem(
            truth: [3, .max, .max],
            counts: [
                .init(name: "few", parts: [0], leastPossible: 4), .init(name: "many", parts: [1], leastPossible: nil),
                .init(name: "known", parts: [2], leastPossible: nil, isPublic: true),
                .init(name: "all", parts: [0, 1, 2], leastPossible: nil),
            ])
        #expect(throws: DisclosureFailure.numbersTooLarge) { try problem.withheld() }
        #expect(throws: DisclosureFailure.numbersTooLarge) { try problem.recovered(withheld: [0, 1, 3]) }
        #expect(try problem.roughlyWithheld() == [0, 1, 3])
        #expect(try problem.roughlyRecovered(withheld: [0, 1, 3]).isEmpty)
        #expect(throws: DisclosureFailure.numbersTooLarge) { try problem.roughlyRecovered(withheld: [0]) }
    }

    @Test("A table with counts of events near the end of a word withholds its small number and everything beside it")
    func table() throws {
        var fixture = ControlFixture()
        fixture.column(.value)
        for month in ["2019-07", "2019-08", "2019-09"] {
            fixture.events(1, month, 1)
            fixture.events(2, month, .max / 600)
        }
        fixture.row("Few", categories: [1])
        fixture.row("Many", categories: [2])
        fixture.row("All", categories: [1, 2])
        let control = try fixture.control()
        #expect(throws: DisclosureFailure.numbersTooLarge) { try control.apply(to: [fixture.table()]) }
        let rough = control.roughened
        let tables = try rough.apply(to: [fixture.table()])
        #expect(tables[0].rows.flatMap(\.figures).allSatisfy { $0.display == "[c]" })
        #expect(try rough.recovered(from: tables).isEmpty)
    }
}
