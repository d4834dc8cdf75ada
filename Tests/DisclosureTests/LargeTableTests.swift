import Core
import Disclosure
import Indicators
import TestSupport
import Testing

@Suite("Tables too large for exact reasoning")
struct LargeTableTests {
    /// Returns rows by areas and periods, with totals of groups of eight rows, of all rows, of areas and of periods.
    private static func table(rows: Int, _ generator: inout SeededGenerator) -> DisclosureProblem {
        let (areas, periods) = (4, 2)
        let values = [0, 1, 2, 3, 4, 6, 9, 14, 20, 30, 44]
        let truth = (0..<rows * areas * periods).map { _ in values[Int.random(in: 0..<values.count, using: &generator)]
        }
        let groups =
            (0..<rows).map { [$0] } + stride(from: 0, to: rows, by: 8).map { Array($0..<min(rows, $0 + 8)) }
            + [Array(0..<rows)]
        var counts: [DisclosureProblem.Count] = []
        for (number, group) in groups.enumerated() {
            for area in (0..<areas).map({ [$0] }) + [Array(0..<areas)] {
                for period in (0..<periods).map({ [$0] }) + [Array(0..<periods)] {
                    let parts = group.flatMap { row in
                        area.flatMap { area in period.map { (row * areas + area) * periods + $0 } }
                    }
                    let value = parts.reduce(0) { $0 + truth[$1] }
                    counts.append(
                        .init(
                            name: "\(number) \(area) \(period)", parts: parts,
                            leastPossible: (1..<5).contains(value) ? 4 : nil, weight: 1 + parts.count))
                }
            }
        }
        return DisclosureProblem(truth: truth, counts: counts)
    }

    @Test("Suppression without exact reasoning is safe by exact reasoning, and leaves some figures")
    func safe() throws {
        var generator = SeededGenerator(seed: 71)
        var (withheldByMoves, withheldExactly) = (0, 0)
        for _ in 0..<60 {
            let problem = MadeUpCounts.crossTable(&generator)
            #expect(!problem.isLarge)
            let withheld = try problem.roughlyWithheld()
            #expect(withheld.isSuperset(of: problem.primary))
            #expect(try problem.recovered(withheld: withheld).isEmpty)
            withheldByMoves += withheld.count
            withheldExactly += try problem.withheld().count
        }
        #expect(withheldByMoves < withheldExactly * 3 / 2, "\(withheldByMoves) of \(withheldExactly)")
    }

    @Test("A number is safe together with earlier publications, or those publications alone reveal it")
    func published() throws {
        var generator = SeededGenerator(seed: 72)
        for _ in 0..<40 {
            let made = MadeUpCounts.crossTable(&generator)
            let counts = made.counts.map { count in
                DisclosureProblem.Count(
                    name: count.name, parts: count.parts, leastPossible: count.leastPossible,
                    isPublic: count.leastPossible == nil && Int.random(in: 0..<3, using: &generator) == 0,
                    weight: count.weight)
            }
            let truth = (0..<made.parts).map { part in
                made.counts.indices.first { made.counts[$0].parts == [part] }.map(made.value) ?? 0
            }
            let problem = DisclosureProblem(truth: truth, counts: counts)
            let withheld = try problem.roughlyWithheld()
            #expect(withheld.allSatisfy { !problem.counts[$0].isPublic })
            let recovered = try problem.recovered(withheld: withheld)
            #expect(recovered.allSatisfy { !problem.primary.contains($0) }, "\(recovered)")
        }
    }

    @Test("A table of 64 rows, four areas and two periods is protected in seconds, and most of it is shown")
    func large() throws {
        var generator = SeededGenerator(seed: 73)
        let problem = Self.table(rows: 64, &generator)
        #expect(problem.isLarge)
        var withheld: Set<Int> = []
        let taken = try ContinuousClock().measure { withheld = try problem.roughlyWithheld() }
        // A build without optimisation takes ten times as long as the released program.
        #expect(taken < .seconds(60))
        #expect(withheld.isSuperset(of: problem.primary))
        #expect(withheld.count < problem.counts.count * 3 / 4, "\(withheld.count) of \(problem.counts.count)")
        #expect(try problem.roughlyRecovered(withheld: withheld).isEmpty)
        let open = try problem.roughlyRecovered(withheld: problem.primary)
        #expect(!open.isEmpty)
    }

    @Test("Unconnected parts are reasoned about separately, and exactly where possible")
    func components() throws {
        var generator = SeededGenerator(seed: 74)
        var (truth, counts): ([Int], [DisclosureProblem.Count]) = ([], [])
        var expected: Set<Int> = []
        while counts.count < 700 {
            let small = MadeUpCounts.crossTable(&generator)
            let (parts, first) = (truth.count, counts.count)
            truth += (0..<small.parts).map { part in
                small.counts.indices.first { small.counts[$0].parts == [part] }.map(small.value) ?? 0
            }
            counts += small.counts.map {
                .init(
                    name: $0.name, parts: $0.parts.map { $0 + parts }, leastPossible: $0.leastPossible,
                    weight: $0.weight)
            }
            expected.formUnion(try small.withheld().map { $0 + first })
        }
        let problem = DisclosureProblem(truth: truth, counts: counts)
        #expect(problem.isLarge && !problem.hasLargeComponent)
        #expect(try problem.withheldByComponents() == expected)
        #expect(try problem.recoveredByComponents(withheld: expected).isEmpty)
        #expect(try !problem.recoveredByComponents(withheld: problem.primary).isEmpty)
    }

    @Test("A table of 64 rows, four areas with their total and four periods, with groups that overlap, takes seconds")
    func largeControl() throws {
        var generator = SeededGenerator(seed: 75)
        var fixture = ControlFixture()
        fixture.areas = ControlFixture.areas(["A", "B", "C", "D"], total: "All")
        let months = ["2018-04", "2018-07", "2018-10", "2019-01", "2019-04", "2019-07"].flatMap { month in
            (0..<3).compactMap { Month(month)?.advanced(by: $0) }
        }
        for category in 1...48 as ClosedRange<UInt16> {
            for area in 0..<4 as Range<UInt16> {
                for month in months {
                    fixture.events(
                        category, "\(month)", [0, 0, 1, 2, 4, 9].randomElement(using: &generator) ?? 0, area: area)
                }
                fixture.events(
                    category, "2019-08", [0, 1, 3].randomElement(using: &generator) ?? 0, area: area, flags: 1)
            }
        }
        for category in 1...48 { fixture.row("\(category)", categories: [category]) }
        for group in 0..<6 { fixture.row("group \(group)", categories: Set(8 * group + 1...8 * group + 8)) }
        for group in 0..<5 { fixture.row("across \(group)", categories: Set(8 * group + 5...8 * group + 12)) }
        for group in 0..<4 { fixture.row("flag \(group)", categories: Set(8 * group + 1...8 * group + 8), flag: 1) }
        fixture.row("all", categories: Set(1...48))
        for area in 0...4 {
            for period in PeriodRole.allCases { fixture.column(.value, period, area: area) }
        }
        #expect(fixture.rows.count == 64)
        var printed: [[String]] = []
        let taken = try ContinuousClock().measure { printed = try fixture.printed() }
        #expect(taken < .seconds(90), "\(taken)")
        let withheld = printed.joined().count { $0 == "[c]" }
        #expect(withheld > 0 && withheld < 64 * 20 * 9 / 10, "\(withheld)")
    }
}
