import Core
import Indicators
import Testing

@Suite("Breaks of series")
struct SeriesBreakTests {
    /// Returns the figure of a measure in 2019/20 Q2, and the table's notes. The indicator counts category 1, with ten
    /// events a month for two years in each area. `categories` and `areas` are those that the break affects.
    private func figure(
        _ measure: Measure, _ role: PeriodRole = .quarter, from: String = "2019-04", categories: Set<Int>? = nil,
        areas: Set<Int>? = nil, area: Int = 0
    ) throws -> (Figure, [String]) {
        var fixture = EvaluatorFixture()
        for area in [0, 1] { fixture.events(area, from: "2017-10", to: "2019-09", eachMonth: 10) }
        let quarter = try #require(FinancialQuarter("2019-20-Q2"))
        let evaluator = IndicatorEvaluator(
            facts: fixture.facts, quarter: quarter, areas: EvaluatorFixture.areas,
            denominators: EvaluatorFixture.denominators, targets: [:],
            breaks: [
                SeriesBreak(
                    source: "crime", categories: categories, areas: areas, from: try #require(Month(from)),
                    note: "Sheds count.")
            ])
        let layout = TableLayout(
            id: "t", title: "T", sectionHeading: nil, rowHeading: "R", source: "S", notes: ["First."],
            columns: [TableLayout.Column(heading: "H", measure: measure, period: role, area: area)],
            rows: [
                TableLayout.Row(
                    section: "s", sectionTitle: "S", label: "L", depth: 0, isTotal: false,
                    indicator: EvaluatorFixture.crime([1]))
            ])
        let table = layout.table(evaluator, quarter: quarter, areas: EvaluatorFixture.areas)
        return (table.figures[0], table.notes)
    }

    @Test("Figures that compare months on both sides of a break are marked, with a note; plain numbers are not")
    func comparisons() throws {
        let (difference, notes) = try figure(.difference)
        #expect(difference.display == "0 [b]")
        #expect(difference.status == "break")
        #expect(notes == ["First.", "Break in April 2019: Sheds count."])
        let (value, plain) = try figure(.value)
        #expect(value.display == "30")
        #expect(plain == ["First."])
        #expect(try figure(.value, .yearBefore).0.display == "30")
    }

    @Test("A sum of months on both sides is marked")
    func sums() throws {
        #expect(try figure(.value, .yearToDate, from: "2019-06").0.display == "60 [b]")
        #expect(try figure(.value, .yearToDate, from: "2019-04").0.display == "60")
    }

    @Test("Measures in words are not given across a break")
    func words() throws {
        #expect(try figure(.direction).0.display == "[z]")
        #expect(try figure(.direction).0.status == "series-break")
        #expect(try figure(.direction, from: "2018-07").0.display != "[z]")
    }

    @Test("A process chart begins after the break")
    func chart() throws {
        #expect(try figure(.variation, from: "2019-06").0.display.contains("Fewer than"))
        #expect(try !figure(.variation, from: "2018-01").0.display.contains("Fewer than"))
    }

    @Test("A break affects its categories and their parts, and its areas and their sum")
    func scope() throws {
        #expect(try figure(.difference, categories: [1, 2]).0.display == "0 [b]")
        #expect(try figure(.difference, categories: [2]).0.display == "0")
        #expect(try figure(.difference, areas: [1]).0.display == "0")
        #expect(try figure(.difference, areas: [1], area: EvaluatorFixture.total).0.display == "0 [b]")
    }
}
