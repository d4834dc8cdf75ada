import PipelineEngine
import Tabular
import Testing

@Suite struct CountReplacementTests {
    private static func count(_ area: Int, _ month: Int, _ category: Int, _ number: Int) -> EventCount {
        EventCount(area: area, month: Month(year: 2019, month: month), category: category, count: number)
    }

    @Test("A later extract that tells a cell again replaces all of that area and quarter, and nothing else")
    func replaces() {
        let first = [
            Self.count(0, 4, 1, 10), Self.count(0, 4, 2, 20), Self.count(0, 7, 1, 30), Self.count(1, 4, 1, 40),
        ]
        // The cell of category 2 came to nought, and is not told any more.
        let second = [Self.count(0, 4, 1, 11)]
        #expect(CountReplacement.standing([first, second]) == [[first[2], first[3]], second])
        #expect(CountReplacement.standing([second, first]) == [[], first])
    }

    @Test("Extracts without a cell in common are parts of one whole")
    func parts() {
        let (first, second) = ([Self.count(0, 4, 1, 10)], [Self.count(0, 4, 2, 20)])
        #expect(CountReplacement.standing([first, second]) == [first, second])
    }

    @Test("Of three extracts the last stands, and the rows of one cell in one extract stand together")
    func three() {
        let same = [Self.count(0, 4, 1, 10), Self.count(0, 4, 1, 5)]
        #expect(CountReplacement.standing([same, same, same]) == [[], [], same])
        #expect(CountReplacement.standing([]) == [])
        #expect(CountReplacement.standing([[], same, []]) == [[], same, []])
    }
}
