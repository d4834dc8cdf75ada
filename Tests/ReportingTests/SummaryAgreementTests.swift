import Core
import Indicators
import Reporting
import TestSupport
import Testing

/// The table shows `Up (concerning)`, and the summary counts how many indicators moved in the target direction. Both
/// must describe the same movement.
@Suite("Table and summary agree")
struct SummaryAgreementTests {
    private static let aims: [Target.Aim?] = [
        nil, .monitor, .reduce, .increase, .relative(Rational(3)), .relative(Rational(-3)), .relative(Rational(0)),
        .number(Rational(100)), .percentage(Rational(100)), .atMost(Rational(100), isShare: false),
        .atLeast(Rational(100), isShare: true),
    ]

    /// Values around a level of 100: far from it, on it, and so close that differences print as zero.
    private static let values = ["60", "99.96", "100", "100.04", "101", "140"]

    private static func table(
        _ aim: Target.Aim?, kind: IndicatorKind, baseline: String, before: String, now: String, hasDirection: Bool
    ) throws -> (FigureTable, FinancialQuarter) {
        let quarter = try #require(FinancialQuarter("2019-20-Q1"))
        var facts = SourceFacts()
        facts.returns["returns"] = try [("2018/19", baseline), ("2018/19 Q1", before), ("2019/20 Q1", now)].map {
            ReturnedValue(
                indicator: "fires", area: 0, span: try #require(ReturnedValue.Span($0)), value: Rational(decimal: $1),
                reason: nil)
        }
        let areas = AreaTable(
            areas: [.init(code: "E0", name: "Hartlepool", shortName: "Hartlepool", inScope: true, isTotal: false)],
            byName: [:], byLSOA: [:], parts: [[0]])
        let evaluator = IndicatorEvaluator(
            facts: facts, quarter: quarter, areas: areas, denominators: Denominators([]),
            targets: aim.map { ["fires": Target(aim: $0, isConfirmed: true)] } ?? [:])
        let measures: [(Measure, PeriodRole)] =
            [
                (.value, .baseline), (.target, .quarter), (.value, .yearBefore), (.value, .quarter),
                (.difference, .quarter), (.percentDifference, .quarter),
            ] + (hasDirection ? [(.direction, .quarter)] : [])
        let indicator = Indicator(
            name: "fires", subject: .returned(source: "returns", name: "fires"), kind: kind, unitNoun: "fires",
            denominator: nil)
        let layout = TableLayout(
            id: "t", title: "T", sectionHeading: nil, rowHeading: "Indicator", source: "", notes: [],
            columns: measures.map { TableLayout.Column(heading: "\($0)", measure: $0, period: $1, area: 0) },
            rows: [
                TableLayout.Row(
                    section: "s", sectionTitle: "S", label: "Fires", depth: 0, isTotal: false, indicator: indicator)
            ])
        return (layout.table(evaluator, quarter: quarter, areas: areas), quarter)
    }

    @Test("Table and summary agree for every aim and level", arguments: aims, [IndicatorKind.count, .proportion])
    func agreement(aim: Target.Aim?, kind: IndicatorKind) throws {
        var seen: Set<String> = []
        for baseline in Self.values {
            for before in Self.values {
                for now in Self.values {
                    let (table, quarter) = try Self.table(
                        aim, kind: kind, baseline: baseline, before: before, now: now, hasDirection: true)
                    let direction = try #require(table.figures.last?.display)
                    let section = try #require(
                        SummaryComposer(table, quarter: quarter).compose(title: "T").sections.first)
                    let lead =
                        switch section.lead {
                        case "The indicator moved in the target direction.": "improving"
                        case "The indicator moved in the opposite direction.": "concerning"
                        case "The indicator did not change.": "unchanged"
                        case "": "nothing"
                        default: section.lead
                        }
                    seen.insert(lead)
                    let words = "\(baseline), \(before), \(now): \(direction), \(lead), \(section.points)"
                    #expect(direction.contains("(improving)") == (lead == "improving"), "\(words)")
                    #expect(direction.contains("(concerning)") == (lead == "concerning"), "\(words)")
                    if lead == "unchanged" { #expect(direction == "No change", "\(words)") }
                    let point = try #require(section.points.first)
                    #expect(point.contains(" rose ") == direction.hasPrefix("Up"), "\(words)")
                    #expect(point.contains(" fell ") == direction.hasPrefix("Down"), "\(words)")
                    // Without the direction column, the summary says the same about the same figures.
                    let (bare, _) = try Self.table(
                        aim, kind: kind, baseline: baseline, before: before, now: now, hasDirection: false)
                    #expect(
                        SummaryComposer(bare, quarter: quarter).compose(title: "T").sections.first?.lead == section.lead
                    )
                }
            }
        }
        let isDirected = aim != nil && aim != .monitor && aim != .relative(Rational(0))
        #expect(seen.isSuperset(of: isDirected ? ["improving", "concerning", "unchanged"] : ["nothing"]))
    }

    @Test("Ceilings and floors have the same words as in the table")
    func limits() throws {
        let (table, quarter) = try Self.table(
            .atMost(Rational(1000), isShare: false), kind: .count, baseline: "900", before: "800", now: "1100",
            hasDirection: true)
        #expect(table.figures.map(\.display).contains("At most 1,000"))
        let summary = SummaryComposer(table, quarter: quarter).compose(title: "T")
        #expect(summary.sections.first?.points.first?.hasSuffix("The target is at most 1,000.") == true)
    }
}
