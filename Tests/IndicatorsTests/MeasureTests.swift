import Core
import Indicators
import Testing

@Suite("The table of measures")
struct MeasureTests {
    /// The measures that releases have had so far. Their names stay, because figures.csv has them.
    private static let published: [Measure] = [
        .value, .target, .rate, .difference, .percentDifference, .direction, .variation,
    ]

    @Test("Each measure is in the table once; those that were published keep their names and their order")
    func names() {
        let names = Measure.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        #expect(Measure.allCases.filter(Self.published.contains) == Self.published)
        #expect(
            Self.published.map(\.rawValue)
                == ["value", "target", "rate", "difference", "percent-difference", "direction", "variation"])
        for name in names { #expect(Measure(rawValue: name)?.rawValue == name) }
        #expect(Measure(rawValue: "times") == nil)
    }

    @Test("Each measure has its own heading, name of figures and meaning", arguments: Measure.allCases)
    func help(measure: Measure) {
        #expect(!measure.heading.isEmpty && !measure.definition.plural.isEmpty)
        #expect(measure.meaning.first?.isUppercase == true && measure.meaning.last?.isPunctuation == false)
        #expect(Measure.allCases.count { $0.heading == measure.heading || $0.meaning == measure.meaning } == 1)
    }

    @Test("A figure is made from the periods that disclosure control gets", arguments: Measure.allCases)
    func periods(measure: Measure) throws {
        let evaluator = try Self.evaluator(now: 30, before: 20)
        for role in PeriodRole.allCases {
            let formula = evaluator.formula(EvaluatorFixture.crime(), measure, role, area: 0)
            #expect(formula.values.map(\.period) == measure.bases(role).map { evaluator.name($0) })
            #expect(Set(measure.bases(role)).isSubset(of: measure.definition.deliveredPeriods(role)))
        }
    }

    @Test("Measures that exist only for the quarter are named in messages, each name once")
    func ofQuarter() {
        let own = Measure.allCases.filter(\.isOfQuarter)
        #expect(own == [.difference, .percentDifference, .direction, .variation])
        #expect(Measure.namesOfQuarter == "differences, directions and variation")
    }

    @Test("What readers can recalculate: rates differ by table, and words and targets cannot be recalculated")
    func relations() {
        #expect(Measure.allCases.filter(\.isRate) == [.rate] && Measure.rate.per == 1_000)
        #expect(Measure.allCases.filter(\.isSameInEveryTable) == [.value, .difference, .percentDifference])
        #expect(Measure.allCases.filter(\.definition.addsUp) == [.value, .difference])
        #expect(Measure.allCases.filter(\.definition.isWrittenAsText) == [.target])
    }

    @Test("The direction comes from the most explicit measure of a row")
    func directions() {
        let ranked = Measure.allCases.filter(\.tellsDirection)
            .sorted { ($0.definition.directionRank ?? 0) < ($1.definition.directionRank ?? 0) }
        #expect(ranked == [.direction, .difference, .percentDifference])
    }

    @Test(
        "Formulas in words have the numbers in them",
        arguments: [
            (Measure.value, "30 crimes", FormulaWords.Origins.inSentence),
            (.rate, "15 per 1,000 residents, 2011 = 30 × 1,000 ÷ 2,000 (residents, 2011; source: Census)", .listed),
            (.difference, "10 crimes = 30 (2019-20-Q2) − 20 (2018-19-Q2)", .listed),
            (.percentDifference, "50 percent = (30 − 20) × 100 ÷ 20, of 2019-20-Q2 and 2018-19-Q2", .listed),
            (.direction, "Up, from 20 (2018-19-Q2) to 30 (2019-20-Q2)", .listed),
            (.target, "[z] not applicable: the measure does not apply to this kind of indicator.", .none),
        ])
    func words(measure: Measure, sentence: String, origins: FormulaWords.Origins) throws {
        let formula = try Self.evaluator(now: 30, before: 20)
            .formula(EvaluatorFixture.crime(), measure, .quarter, area: 0)
        #expect(formula.words == FormulaWords(sentence, origins: origins))
    }

    // MARK: A measure that is made up here

    @Test("A measure from another file is evaluated and explained")
    func evaluated() throws {
        let times = Measure(TimesMeasure())
        let formula = try Self.evaluator(now: 30, before: 20)
            .formula(EvaluatorFixture.crime(), times, .quarter, area: 0)
        #expect(formula.value == .number(try #require(Rational(3, over: 2))))
        #expect(formula.words == FormulaWords("1.5 times = 30 ÷ 20", origins: .listed))
        #expect(times.definition.publishedFormula(unit: "times") == "the quarter ÷ the year before, in times")
        let gap = try Self.evaluator(now: 30, before: 0).formula(EvaluatorFixture.crime(), times, .quarter, area: 0)
        #expect(gap.words.sentence == MissingReason.changeFromZero.explanation)
        #expect(formula != gap)
    }

    @Test("The measure is printed in a table, with its own decimal places, markers, words and status")
    func printed() throws {
        let columns = [Measure(TimesMeasure()), Measure(PresenceMeasure()), .value].map {
            TableLayout.Column(heading: $0.heading, measure: $0, period: .quarter, area: 0)
        }
        let row = TableLayout.Row(
            section: "", sectionTitle: "", label: "Crime", depth: 0, isTotal: false,
            indicator: EvaluatorFixture.crime())
        let layout = TableLayout(
            id: "t", title: "T", sectionHeading: nil, rowHeading: "Row", source: "", notes: [], columns: columns,
            rows: [row])
        let evaluator = try Self.evaluator(now: 3, before: 1)
        let quarter = try #require(FinancialQuarter("2019-20-Q2"))
        let table = layout.table(evaluator, quarter: quarter, areas: EvaluatorFixture.areas)
        #expect(table.columns.map(\.heading) == ["Times the year before", "Presence", "Value"])
        #expect(table.figures.map(\.display) == ["3.00 [u]", "Some", "3"])
        #expect(table.figures.map(\.measure.rawValue) == ["times", "presence", "value"])
        #expect(table.figures.map(\.unit.name) == ["times", "words", "crimes"])
        #expect(table.figures.map(\.status) == ["low-reliability", "", ""])
        guard case .words(let words) = table.figures[1].value else { throw Unexpected() }
        #expect(words.meaning == .concerning && words.direction == nil)
        #expect(words == FigureWords(PresenceMeasure.Reading(isAny: true)))
        #expect(words != FigureWords(PresenceMeasure.Reading(isAny: false)))
    }

    @Test("The measure gives the direction of a row, and the numbers that disclosure control needs")
    func direction() throws {
        let times = Measure(TimesMeasure())
        #expect(times.tellsDirection && times.isOfQuarter && !times.isRate && !times.isSameInEveryTable)
        #expect(times.bases(.baseline) == [.quarter, .yearBefore])
        let half = try #require(Rational(1, over: 2))
        #expect(Movement(reportedBy: times, number: half, display: "0.50") == .down)
        #expect(Movement(reportedBy: Measure(PresenceMeasure()), number: nil, display: "Some") == nil)
    }

    private struct Unexpected: Error {}

    private static func evaluator(now: Int, before: Int) throws -> IndicatorEvaluator {
        var fixture = EvaluatorFixture()
        // Every month has at least one event, so that no period is missing.
        for month in try #require(Month("2018-04"))...(try #require(Month("2019-09"))) {
            fixture.events(0, month.description, 1, category: 2)
        }
        fixture.events(0, "2019-08", now)
        fixture.events(0, "2018-08", before)
        return try fixture.evaluator()
    }
}
