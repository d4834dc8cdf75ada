import Core
import Indicators
import Testing

@Suite("Provisional figures")
struct ProvisionalTests {
    /// Returns the markers of a measure for a period, when the source is provisional for the given number of quarters.
    private func markers(_ quarters: Int?, _ measure: Measure, _ role: PeriodRole) throws -> [ObservationMarker] {
        let quarter = try #require(FinancialQuarter("2019-20-Q2"))
        let evaluator = IndicatorEvaluator(
            facts: SourceFacts(), quarter: quarter, areas: EvaluatorFixture.areas,
            denominators: EvaluatorFixture.denominators, targets: [:],
            provisionalQuarters: quarters.map { ["crime": $0] } ?? [:])
        let layout = TableLayout(
            id: "t", title: "T", sectionHeading: nil, rowHeading: "R", source: "S", notes: [],
            columns: [TableLayout.Column(heading: "H", measure: measure, period: role, area: 0)],
            rows: [
                TableLayout.Row(
                    section: "s", sectionTitle: "S", label: "L", depth: 0, isTotal: false,
                    indicator: EvaluatorFixture.crime())
            ])
        return layout.table(evaluator, quarter: quarter, areas: EvaluatorFixture.areas).figures[0].markers
    }

    @Test("The newest quarter is provisional for one quarter, and so are figures that are compared with it")
    func newest() throws {
        #expect(try markers(1, .value, .quarter) == [.provisional])
        #expect(try markers(1, .value, .yearToDate) == [.provisional])
        #expect(try markers(1, .difference, .quarter) == [.provisional])
    }

    @Test("Figures older than the rule are not provisional, and the rule can be longer than a year")
    func older() throws {
        #expect(try markers(1, .value, .yearBefore).isEmpty)
        #expect(try markers(2, .value, .baseline).isEmpty)
        #expect(try markers(3, .value, .baseline) == [.provisional])
        #expect(try markers(5, .value, .yearBefore) == [.provisional])
    }

    @Test("Targets, and figures of sources without a rule, are never provisional")
    func never() throws {
        #expect(try markers(1, .target, .quarter).isEmpty)
        #expect(try markers(nil, .value, .quarter).isEmpty)
    }
}
