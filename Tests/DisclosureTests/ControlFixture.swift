import Aggregation
import Core
import Disclosure
import Indicators
import Testing

/// A table of events, clients or returns for one area and its peer, for 2019/20 Q2, with a policy that withholds
/// numbers below 5.
struct ControlFixture {
    var areas = ControlFixture.areas(["Home", "Peer"], total: "Both")

    /// Returns areas, with their total as the last one.
    static func areas(_ names: [String], total: String) -> AreaTable {
        AreaTable(
            areas: (names + [total]).enumerated().map { index, name in
                AreaTable.Area(
                    code: "E0\(index)", name: name, shortName: name, inScope: true, isTotal: index == names.count)
            }, byName: [:], byLSOA: [:], parts: names.indices.map { [$0] } + [Array(names.indices)])
    }

    var facts = SourceFacts()
    var rows: [TableLayout.Row] = []
    var columns: [TableLayout.Column] = []
    private var cube = FactCube()

    /// Adds events of a category in the month.
    mutating func events(_ category: UInt16, _ month: String, _ count: Int, area: UInt16 = 0, flags: UInt16 = 0) {
        guard let packed = Month(month).flatMap(FactKey.packed) else { return }
        cube.add(FactKey(area: area, month: packed, category: category, flags: flags), count)
        facts.events["crime"] = EventFacts(cube)
    }

    /// Adds a row in quarantine that may belong to a category of the month.
    mutating func rowAtFault(_ category: UInt16, _ month: String, area: Int = 0) {
        var faults = facts.faults["crime"] ?? SourceFaults()
        faults.events.add(
            PossibleEvents(area: area, month: Month(month), category: .known(Int(category))), coverage: nil)
        facts.faults["crime"] = faults
    }

    /// Adds clients with a drug code who have been in treatment since the start of 2019.
    mutating func clients(_ number: Int, drug: UInt16..., from first: String = "2019-01-02", to last: String? = nil) {
        guard let form = DateForm("yyyy-mm-dd"), let triage = form.date(first) else { return }
        let discharge = last.flatMap { form.date($0) }
        let first = facts.episodes["treatment"]?.count ?? 0
        facts.episodes["treatment", default: []] += (first..<first + number).map { person in
            Episode(
                person: RecordKey(high: UInt64(person), low: 0), area: 0, triage: triage, discharge: discharge,
                successful: false, drugs: drug)
        }
    }

    mutating func row(
        _ label: String, group: TreatmentGroup, _ measure: TreatmentMeasure = .inEffectiveTreatment,
        _ policy: DisclosurePolicy = .usual
    ) {
        row(
            label, .treatment(source: "treatment", measure: measure, group: group), policy,
            measure == .inEffectiveTreatment ? .rollingCount : .proportion)
    }

    mutating func returned(_ name: String, _ span: String, _ value: String) {
        guard let span = ReturnedValue.Span(span) else { return }
        facts.returns["returns", default: []].append(
            ReturnedValue(indicator: name, area: 0, span: span, value: Rational(decimal: value), reason: nil))
    }

    mutating func row(_ label: String, categories: Set<Int>, flag: UInt16? = nil, _ policy: DisclosurePolicy = .usual) {
        row(label, .events(source: "crime", categories: categories, flag: flag), policy)
    }

    mutating func row(_ label: String, returned name: String, _ policy: DisclosurePolicy = .usual) {
        row(label, .returned(source: "returns", name: name), policy)
    }

    private mutating func row(
        _ label: String, _ subject: IndicatorSubject, _ policy: DisclosurePolicy, _ kind: IndicatorKind = .count
    ) {
        rows.append(
            .init(
                section: "s", sectionTitle: "S", label: label, depth: 0, isTotal: false,
                indicator: Indicator(
                    name: label, subject: subject, kind: kind, unitNoun: "persons", denominator: nil,
                    disclosure: policy)))
    }

    mutating func column(_ measure: Measure, _ period: PeriodRole = .quarter, area: Int = 0) {
        columns.append(.init(heading: "\(columns.count)", measure: measure, period: period, area: area))
    }

    var layout: TableLayout {
        TableLayout(
            id: "t", title: "T", sectionHeading: nil, rowHeading: "r", source: "s", notes: [], columns: columns,
            rows: rows)
    }

    private func quarter() throws -> FinancialQuarter { try #require(FinancialQuarter("2019-20-Q2")) }

    private func evaluator() throws -> IndicatorEvaluator {
        IndicatorEvaluator(
            facts: facts, quarter: try quarter(), areas: areas, denominators: Denominators([]), targets: [:])
    }

    func table() throws -> FigureTable { layout.table(try evaluator(), quarter: try quarter(), areas: areas) }

    func control(_ earlier: [EarlierFigure] = [], withSecondary: Bool = true) throws -> DisclosureControl {
        DisclosureControl(
            layouts: [layout], evaluator: try evaluator(), earlier: earlier, withSecondary: withSecondary)
    }

    /// Returns the printed figures, row by row.
    func printed(_ earlier: [EarlierFigure] = [], withSecondary: Bool = true) throws -> [[String]] {
        try control(earlier, withSecondary: withSecondary).apply(to: [table()])[0].rows.map {
            $0.figures.map(\.display)
        }
    }
}
