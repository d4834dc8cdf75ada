import Core
import Indicators

/// Makes tables of one column for tests.
enum SmallTable {
    static func table(
        _ id: String = "crime", title: String = "Crime", values: [FigureValue] = [.number(Rational(1))],
        unit: FigureUnit = .count("crimes"), notes: [String] = []
    ) -> FigureTable {
        FigureTable(
            id: id, title: title, sectionHeading: nil, rowHeading: "Offence",
            columns: [FigureTable.Column(heading: "Hartlepool", measure: .value)],
            rows: values.enumerated().map { index, value in
                let figure = Figure(
                    table: id, section: "all", row: "Row \(index)", area: "Hartlepool", measure: .value,
                    period: "2019-20-Q1", value: value, unit: unit, decimals: 0)
                return FigureTable.Row(
                    section: "all", label: "Row \(index)", depth: 0, isTotal: false, figures: [figure])
            },
            source: "Cleveland Police.", notes: notes)
    }
}
