import Aggregation
import Disclosure
import TestSupport
import Testing

@Suite("Laws of disclosure control")
struct DisclosureLawTests {
    @Test("Nothing that is withheld is recovered, every secondary count is needed, and the answer is always the same")
    func safeAndMinimal() throws {
        var generator = SeededGenerator(seed: 61)
        var secondaries = 0
        for _ in 0..<60 {
            let problem = MadeUpCounts.crossTable(&generator)
            let withheld = try problem.withheld()
            #expect(withheld.isSuperset(of: problem.primary))
            #expect(try problem.recovered(withheld: withheld).isEmpty)
            #expect(try problem.withheld() == withheld)
            for count in withheld.subtracting(problem.primary) {
                secondaries += 1
                let fewer = withheld.subtracting([count])
                let recovered = try problem.recovered(withheld: fewer)
                #expect(recovered.contains { problem.primary.contains($0) })
            }
        }
        #expect(secondaries > 50)
    }

    @Test("A count that the checker calls recovered has too few values in all possible worlds")
    func exhaustive() throws {
        var generator = SeededGenerator(seed: 62)
        var leaks = 0
        for _ in 0..<40 {
            let cells = (0..<2).map { _ in (0..<2).map { _ in Int.random(in: 0...6, using: &generator) } }
            let problem = MadeUpCounts.crossTable(cells)
            var withheld = problem.primary
            for count in problem.counts.indices where Bool.random(using: &generator) { withheld.insert(count) }
            let recovered = try problem.recovered(withheld: withheld)
            let values = Self.possibleValues(problem, withheld)
            for count in withheld {
                let isRecovered = values[count].count < (problem.counts[count].leastPossible ?? 2)
                #expect(isRecovered == recovered.contains(count), "\(cells) \(problem.counts[count].name)")
                leaks += isRecovered ? 1 : 0
            }
        }
        #expect(leaks > 20)
    }

    /// Returns every value of each count in worlds of four numbers up to 14, which is more than any of these tables can
    /// distinguish.
    private static func possibleValues(_ problem: DisclosureProblem, _ withheld: Set<Int>) -> [Set<Int>] {
        let shown = problem.counts.indices.filter { !withheld.contains($0) }.map {
            (problem.counts[$0].parts, problem.value($0))
        }
        var found = [Set<Int>](repeating: [], count: problem.counts.count)
        for number in 0..<15 * 15 * 15 * 15 {
            let world = [number % 15, number / 15 % 15, number / 225 % 15, number / 3375]
            guard shown.allSatisfy({ parts, value in parts.reduce(0) { $0 + world[$1] } == value }) else { continue }
            for count in withheld { found[count].insert(problem.counts[count].parts.reduce(0) { $0 + world[$1] }) }
        }
        return found
    }

    @Test("Every set of groups that clients can belong to is known from their drug codes")
    func memberships() {
        func group(_ codes: ClosedRange<UInt16>...) -> TreatmentGroup { TreatmentGroup(name: "\(codes)", codes: codes) }
        // Opiates are within drugs, alcohol is separate, and 'any' includes them all: six of the 16 sets can occur.
        let groups = [group(1000...1999), group(1000...6999), group(7000...7999), group(1000...9999)]
        let found = TreatmentGroup.memberships(of: groups, limit: 64)
        #expect(found == [0b1011, 0b1010, 0b1100, 0b1000, 0b1111, 0b1110])
        #expect(TreatmentGroup.memberships(of: groups, limit: 3) == nil)
        // The codes between two ranges, inside a third range.
        #expect(
            TreatmentGroup.memberships(of: [group(1...9), group(1...2), group(8...9)], limit: 64)?.contains(0b001)
                == true)
    }

    @Test("Withholding more figures never reveals more")
    func monotone() throws {
        var generator = SeededGenerator(seed: 63)
        for _ in 0..<40 {
            let problem = MadeUpCounts.crossTable(&generator)
            let some = problem.primary
            let more = some.union(problem.counts.indices.filter { _ in Bool.random(using: &generator) })
            let before = try problem.recovered(withheld: some)
            let after = try problem.recovered(withheld: more).filter { some.contains($0) }
            #expect(Set(after).isSubset(of: before))
        }
    }
}
