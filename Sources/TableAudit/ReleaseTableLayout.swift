import Audit
import Core
import Indicators

/// One table of a release, with one column for each combination of area, measure and period.
struct ReleaseTableLayout {
    private struct Column: Hashable {
        let area, measure, period: String
    }

    let table: PrintedTable
    let structure: TableStructure
    /// Every figure, with its position in the table.
    let figures: [(position: (row: Int, column: Int), figure: ReleaseFigure)]

    init(_ list: [ReleaseFigure]) {
        var columns: [Column] = []
        var rows: [(section: String, label: String)] = []
        var placed: [(position: (row: Int, column: Int), figure: ReleaseFigure)] = []
        var taken: Set<[Int]> = []
        for figure in list {
            let column = Column(area: figure.key.area, measure: figure.key.measure, period: figure.key.period)
            if !columns.contains(column) { columns.append(column) }
            let place = (columns.firstIndex(of: column) ?? 0) + 2
            // A label that occurs twice in a section begins a new row when its column already has a figure.
            if rows.last.map({ $0 == (figure.key.section, figure.key.row) }) != true
                || taken.contains([rows.count, place])
            {
                rows.append((figure.key.section, figure.key.row))
            }
            taken.insert([rows.count, place])
            placed.append(((rows.count, place), figure))
        }
        var cells = [["Section", "Row"] + columns.map { "\($0.area) \($0.measure) \($0.period)" }]
        cells += rows.map { [$0.section, $0.label] + columns.map { _ in "" } }
        for (position, figure) in placed { cells[position.row][position.column] = figure.text }
        table = PrintedTable(name: list.first?.key.table ?? "", cells: cells)
        figures = placed
        structure = Self.structure(columns, rows, placed.map { ($0.position.row, $0.figure.unit) }, headings: cells[0])
    }

    /// Returns the position of a column in the table's own file. That file also has columns of statuses and units, and
    /// has a column of sections only where there are several.
    func columnInFile(_ column: Int, header: [String]) -> Int {
        let values = header.indices.filter { index in
            index + 1 < header.count && header[index + 1] == header[index] + " status"
        }
        return values.indices.contains(column - 2) ? values[column - 2] : header.count
    }

    private static func structure(
        _ columns: [Column], _ rows: [(section: String, label: String)], _ units: [(row: Int, unit: String)],
        headings: [String]
    ) -> TableStructure {
        func place(_ area: String, _ measure: Measure, _ period: String?) -> Int? {
            columns.firstIndex { $0.area == area && $0.measure == measure.rawValue && $0.period == period }.map {
                $0 + 2
            }
        }
        let described = columns.map { column -> TableStructure.Role in
            TableStructure.Role(
                Measure(rawValue: column.measure)?.definition.relation ?? .unrelated,
                value: place(column.area, .value, column.period),
                before: place(column.area, .value, yearBefore(column.period)))
        }
        var structure = TableStructure(
            columns: zip(headings, [.section, .label] + described).enumerated().map { index, column in
                TableStructure.Column(
                    heading: column.0, role: column.1,
                    subject: index < 2 ? "" : Label.folded(columns[index - 2].area))
            },
            rows: rows.enumerated().map { index, row in
                TableStructure.Row(
                    row: index + 1, label: row.label, section: row.section, name: Label.folded(row.label))
            })
        // Most rows share one denominator; the others name their own.
        let rates = units.filter { $0.unit.hasPrefix(perThousand) }
        var counts: [String: Int] = [:]
        for rate in rates { counts[rate.unit, default: 0] += 1 }
        let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        for rate in rates where rate.unit != usual {
            structure.rows[rate.row - 1].denominator = String(rate.unit.dropFirst(perThousand.count))
        }
        for (index, column) in columns.enumerated() where column.measure == Measure.value.rawValue {
            // In a first quarter, the year to date equals the quarter.
            guard column.period.hasSuffix("-to-Q1"),
                let quarter = place(column.area, .value, String(column.period.prefix(7)) + "-Q1")
            else { continue }
            structure.yearToDate.append(TableStructure.Sum(total: index + 2, parts: [quarter]))
        }
        return structure
    }

    private static let perThousand = "per 1,000 "

    private static func yearBefore(_ period: String) -> String? { FinancialQuarter(period).map { "\($0.yearBefore)" } }
}
