import Core
import Indicators
import Testing

@Suite("The sample quarter against the paper of 11 October 2019")
struct PaperTests {
    @Test("Every cell of the paper equals the release's figure, except the eight that are wrong in the paper")
    func everyCell() async throws {
        let figures = try await SampleRun.evaluate().figuresByKey
        let facts = try PaperFact.all()
        let mismatches = facts.compactMap { $0.mismatch(figures) }
        for mismatch in mismatches { Issue.record("\(mismatch)") }
        #expect(facts.count == 607)
        #expect(facts.count { !$0.expected.isEmpty } == 8)
    }

    @Test("The reviewed list of equivalences is this long and no longer")
    func equivalences() throws {
        var counts: [PaperFact.Equivalence: Int] = [:]
        for fact in try PaperFact.all() { if let kind = fact.equivalence { counts[kind, default: 0] += 1 } }
        #expect(
            counts == [.noChange: 2, .changeFromZero: 3, .missingParts: 4, .proportion: 4, .uncompared: 4])
    }

    @Test("The comparison can fail: another figure, another rounding, the paper's own errors")
    func comparisonCanFail() async throws {
        var figures = try await SampleRun.evaluate().figuresByKey
        let facts = try PaperFact.all()
        let keys = facts.map(\.key)
        // Each cell in turn is given its neighbour's figure. If the two differ in print, the fact must report a
        // mismatch.
        let original = figures
        for (key, other) in zip(keys, keys.dropFirst()) where original[key]?.display != original[other]?.display {
            figures[key] = original[other]
        }
        let noticed = facts.count { $0.mismatch(figures) != nil }
        #expect(noticed > 500)
    }
}
