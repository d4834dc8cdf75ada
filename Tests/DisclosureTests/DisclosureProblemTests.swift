import Disclosure
import Testing

@Suite("Withheld counts and the figures that reveal them")
struct DisclosureProblemTests {
    private static func names(_ problem: DisclosureProblem, _ counts: some Collection<Int>) -> [String] {
        counts.sorted().map { problem.counts[$0].name }
    }

    @Test("A small number in a row with a total is revealed by subtraction")
    func subtraction() throws {
        let problem = MadeUpCounts.crossTable([[3, 20, 30]])
        #expect(Self.names(problem, problem.primary) == ["cell 0 0", "column 0"])
        #expect(Self.names(problem, try problem.recovered(withheld: problem.primary)) == ["cell 0 0", "column 0"])
        let withheld = try problem.withheld()
        #expect(try problem.recovered(withheld: withheld).isEmpty)
        #expect(withheld.isStrictSuperset(of: problem.primary))
    }

    @Test("In a table with totals a small number needs three others: the corners of a rectangle")
    func rectangle() throws {
        let problem = MadeUpCounts.crossTable([[3, 20, 30], [40, 9, 50], [60, 70, 80]])
        let withheld = try problem.withheld()
        #expect(Self.names(problem, problem.primary) == ["cell 0 0"])
        #expect(withheld.count == 4)
        #expect(try problem.recovered(withheld: withheld).isEmpty)
        // If any one of them is published, the number is revealed.
        for count in withheld.subtracting(problem.primary) {
            #expect(try !problem.recovered(withheld: withheld.subtracting([count])).isEmpty)
        }
    }

    @Test("Zeros protect nothing, and a number with too few possible values counts as recovered")
    func bounds() throws {
        // The other withheld cell of the row can be 0, 1 or 2, so only 3, 4 and 5 remain possible. The policy requires
        // four values.
        let parts: [DisclosureProblem.Count] = [
            .init(name: "small", parts: [0], leastPossible: 4), .init(name: "other", parts: [1], leastPossible: nil),
            .init(name: "row", parts: [0, 1], leastPossible: nil),
            .init(name: "other and more", parts: [1, 2], leastPossible: nil),
        ]
        let problem = DisclosureProblem(truth: [3, 2, 0], counts: parts)
        #expect(try problem.recovered(withheld: [0, 1]) == [0])
        #expect(try problem.recovered(withheld: [0, 1, 3]).isEmpty)
        #expect(try problem.recovered(withheld: [0, 1, 2]).isEmpty)
    }

    @Test("A year to date less its earlier quarters reveals the last quarter")
    func yearToDate() throws {
        func problem(earlierIsPublic: Bool) -> DisclosureProblem {
            DisclosureProblem(
                truth: [7, 9, 3],
                counts: [
                    .init(name: "Q1", parts: [0], leastPossible: nil, isPublic: earlierIsPublic),
                    .init(name: "Q1 to Q2", parts: [0, 1], leastPossible: nil, isPublic: earlierIsPublic),
                    .init(name: "Q3", parts: [2], leastPossible: 4),
                    .init(name: "Q1 to Q3", parts: [0, 1, 2], leastPossible: nil),
                ])
        }
        #expect(try problem(earlierIsPublic: true).recovered(withheld: [2]) == [2])
        // A published count cannot be withheld, so only the year to date can be.
        #expect(try problem(earlierIsPublic: true).withheld() == [2, 3])
        #expect(try problem(earlierIsPublic: false).withheld().count == 2)
    }

    @Test("A number that earlier publications alone reveal cannot be protected, and does not block the release")
    func alreadyPublic() throws {
        let problem = DisclosureProblem(
            truth: [3, 9],
            counts: [
                .init(name: "small", parts: [0], leastPossible: 4),
                .init(name: "other", parts: [1], leastPossible: nil, isPublic: true),
                .init(name: "all", parts: [0, 1], leastPossible: nil, isPublic: true),
            ])
        #expect(try problem.withheld() == [0])
        #expect(try problem.recovered(withheld: [0]).isEmpty)
    }

    @Test("Counts that contradict each other are an error")
    func contradiction() {
        let problem = DisclosureProblem(
            truth: [3, -1],
            counts: [
                .init(name: "small", parts: [0], leastPossible: 4),
                .init(name: "all", parts: [1], leastPossible: nil),
            ])
        #expect(throws: DisclosureFailure.contradictoryCounts) { try problem.recovered(withheld: [0]) }
    }

    @Test("A table without small numbers withholds nothing")
    func nothing() throws {
        #expect(try MadeUpCounts.crossTable([[0, 20], [30, 0]]).withheld().isEmpty)
    }
}
