import Core
import Indicators
import Reporting

/// Summaries of made-up tables with awkward labels and numbers.
enum ExampleSummary {
    private static let units: [FigureUnit] = [.count("crimes"), .percent, .rate(denominator: "residents")]

    private static func rows(_ v: AwkwardValues) -> [FigureTable.Row] {
        let numbers = [0, 1, v.number].map { FigureValue.number(Rational($0)) }
        let reasons = MissingReason.examples(v).map { FigureValue.missing($0) }
        let aims: [Target.Aim] = [
            .reduce, .increase, .number(Rational(v.number)), .relative(Rational(3)),
            .atMost(Rational(1), isShare: false),
        ]
        return units.flatMap { unit in
            numbers.flatMap { now in
                (numbers + [.missing(.partMissing)]).map { row(v.filled, $0, now, unit, .reduce) }
            }
        }
            + reasons.map { row(v.filled, numbers[1], $0, .count("crimes"), .reduce) }
            + aims.map { row(v.filled, numbers[1], numbers[2], .count("crimes"), $0) }
    }

    private static func row(
        _ label: String, _ before: FigureValue, _ now: FigureValue, _ unit: FigureUnit, _ aim: Target.Aim
    ) -> FigureTable.Row {
        let difference = now.number.flatMap { now in before.number.flatMap { try? now - $0 } }
        func figure(_ measure: Measure, _ period: String, _ value: FigureValue) -> Figure {
            Figure(
                table: "t", section: "s", row: label, area: "Hartlepool", measure: measure, period: period,
                value: value,
                unit: unit, decimals: unit.decimals, markers: [.provisional])
        }
        return FigureTable.Row(
            section: "s", label: label, depth: 0, isTotal: false,
            figures: [
                figure(.target, "2019-20-Q1", .target(Target(aim: aim, isConfirmed: false))),
                figure(.value, "2018-19-Q1", before), figure(.value, "2019-20-Q1", now),
                figure(.difference, "2019-20-Q1", difference.map { .number($0) } ?? .missing(.partMissing)),
                figure(.percentDifference, "2019-20-Q1", .missing(.changeFromZero)),
            ])
    }

    /// Returns every sentence: the introduction, leads of one row, two rows and many rows, and the sentences about each
    /// row.
    static func sentences(_ v: AwkwardValues) throws -> [String] {
        guard let quarter = FinancialQuarter(year: FinancialYear(start: 2019), number: 1) else {
            return []
        }
        let all = rows(v)
        return [all, Array(all.prefix(1)), Array(all.suffix(2))].flatMap { rows in
            let table = FigureTable(
                id: "t", title: "T", sectionHeading: nil, rowHeading: "Row", columns: [], rows: rows, source: "S",
                notes: [])
            let summary = SummaryComposer(table, quarter: quarter).compose(title: "Report")
            return summary.sections.flatMap { [$0.lead] + $0.points }.filter { !$0.isEmpty }
        }
    }
}
