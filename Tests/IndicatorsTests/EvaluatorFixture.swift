import Aggregation
import Core
import Indicators
import Testing

/// Two areas and their total, for 2019/20 Q2.
struct EvaluatorFixture {
    static let areas = AreaTable(
        areas: ["Hartlepool", "Stockton", "Both"].enumerated().map { index, name in
            AreaTable.Area(code: "E0\(index)", name: name, shortName: name, inScope: true, isTotal: index == 2)
        }, byName: [:], byLSOA: [:], parts: [[0], [1], [0, 1]])
    static let total = 2
    static let denominators = Denominators([
        .init(name: "residents", title: "residents, 2011", values: [0: 2000, 1: 4000, 2: 6000], source: "Census"),
        .init(name: "households", title: "households, 2011", values: [0: 800, 1: 0], source: "Census"),
    ])

    var facts = SourceFacts()
    var targets: [String: Target] = [:]
    var quarterText = "2019-20-Q2"
    var completeness: CompletenessRule?

    /// Adds events of a category in a month of an area.
    mutating func events(_ area: Int, _ month: String, _ count: Int, category: UInt16 = 1, flags: UInt16 = 0) {
        cells.append((area, month, category, count, flags))
        var cube = FactCube()
        for cell in cells {
            guard let month = Month(cell.1).flatMap(FactKey.packed) else { continue }
            cube.add(FactKey(area: UInt16(cell.0), month: month, category: cell.2, flags: cell.4), cell.3)
        }
        facts.events["crime"] = EventFacts(cube, rule: completeness)
    }

    private var cells: [(Int, String, UInt16, Int, UInt16)] = []

    /// Adds the same number of events to each month of the period.
    mutating func events(_ area: Int, from first: String, to last: String, eachMonth count: Int) {
        guard let first = Month(first), let last = Month(last) else { return }
        for month in first...last { events(area, month.description, count) }
    }

    /// Adds a return with a value, or with the reason why there is none.
    mutating func returned(_ name: String, _ span: String, _ value: String?, reason: String? = nil, area: Int = 0) {
        guard let span = ReturnedValue.Span(span) else { return }
        facts.returns["returns", default: []].append(
            ReturnedValue(
                indicator: name, area: area, span: span, value: value.flatMap { Rational(decimal: $0) }, reason: reason)
        )
    }

    func evaluate(_ indicator: Indicator, _ measure: Measure, _ role: PeriodRole = .quarter, area: Int = 0) -> (
        FigureValue, FigureUnit
    ) {
        guard let quarter = FinancialQuarter(quarterText) else { return (.missing(.notApplicable), .words) }
        return IndicatorEvaluator(
            facts: facts, quarter: quarter, areas: Self.areas, denominators: Self.denominators, targets: targets
        ).evaluate(indicator, measure, role, area: area)
    }

    /// Returns the evaluator for the fixture's quarter.
    func evaluator(smallBase: Int = IndicatorEvaluator.usualSmallBase) throws -> IndicatorEvaluator {
        IndicatorEvaluator(
            facts: facts, quarter: try #require(FinancialQuarter(quarterText)), areas: Self.areas,
            denominators: Self.denominators, targets: targets, smallBase: smallBase)
    }

    static func crime(_ categories: Set<Int> = [1], flag: UInt16? = nil, denominator: String? = "residents")
        -> Indicator
    {
        Indicator(
            name: "crime", subject: .events(source: "crime", categories: categories, flag: flag), kind: .count,
            unitNoun: "crimes",
            denominator: denominator)
    }

    static func returned(_ kind: IndicatorKind, name: String = "fires", denominator: String? = nil) -> Indicator {
        Indicator(
            name: name, subject: .returned(source: "returns", name: name), kind: kind, unitNoun: "fires",
            denominator: denominator)
    }

    static func treatment(_ measure: TreatmentMeasure) -> Indicator {
        Indicator(
            name: measure.rawValue,
            subject: .treatment(
                source: "treatment", measure: measure, group: TreatmentGroup(name: "opiate", codes: [1000...1999])),
            kind: measure == .inEffectiveTreatment ? .rollingCount : .proportion, unitNoun: "clients",
            denominator: "residents")
    }
}
