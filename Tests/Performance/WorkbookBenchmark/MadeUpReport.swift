import Core
import Indicators
import Reporting

/// Ten tables of 2,000 rows and 50 columns, of which two are words. No two rows have the same figures.
enum MadeUpReport {
    static let report = ReportComposer(
        ReportDescription(
            title: "Workbook benchmark, 2019/20 Quarter 1", partnership: "Nowhere", quarterTitle: "2019/20 Quarter 1",
            period: "April to June 2019", contact: [], author: "Nobody")
    ).compose(title: "Appendix: a million cells", fileName: "benchmark", tables: (1...tables).map(table))

    private static let (tables, rows, figures) = (10, 2000, 48)

    private static func table(_ number: Int) -> FigureTable {
        let columns = (1...figures).map { column in
            FigureTable.Column(
                heading: "\(Month(index: 2019 * 12 + column % 12).name) \(1990 + column)", measure: measure(of: column))
        }
        return FigureTable(
            id: "table-\(number)", title: "Made-up figures, table \(number)", sectionHeading: "Block",
            rowHeading: "Crime type", columns: columns, rows: (0..<rows).map { row(number, $0) }, source: "Nothing.",
            notes: ["Every figure is made up."])
    }

    private static func row(_ table: Int, _ row: Int) -> FigureTable.Row {
        let (section, label) = ("Block \(row / 100)", "Row \(row) of table \(table)")
        return FigureTable.Row(
            section: section, label: label, depth: row % 4, isTotal: row % 100 == 99,
            figures: (1...figures).map { column in
                let measure = measure(of: column)
                return Figure(
                    table: "table-\(table)", section: section, row: label, area: "Nowhere", measure: measure,
                    period: "2019-20-Q1", value: value(table * 1_000_003 + row * 997 + column * 31, measure),
                    unit: measure == .percentDifference ? .percent : .count("crimes"),
                    decimals: measure == .percentDifference ? 1 : 0)
            })
    }

    /// Every fourth column is a change in percent.
    private static func measure(of column: Int) -> Measure { column % 4 == 0 ? .percentDifference : .value }

    /// One figure in fifty is missing.
    private static func value(_ number: Int, _ measure: Measure) -> FigureValue {
        if number % 50 == 0 { return .missing(measure == .value ? .noDenominator : .changeFromZero) }
        if measure == .value { return .number(Rational(number % 90_001)) }
        return Rational(number % 4001 - 2000, over: 10 + number % 7).map { .number($0) } ?? .missing(.changeFromZero)
    }
}
