package import Audit
import Core
import Files
import FoundationEssentials
import Indicators

/// The tables of one of the pipeline's own releases, from its `figures.csv`, where every figure has its table, row,
/// area, measure and period.
package struct ReleaseTables {
    /// The tables, with the roles of their rows and columns.
    package private(set) var tables: [AuditedTable] = []
    /// The figures that are displayed as another value, or that differ in the table's own file.
    package private(set) var disagreements: [Disagreement] = []

    /// A figure of `figures.csv` that differs in the table's own file, or is displayed as another value.
    package struct Disagreement {
        package let table: Int
        package let row: Int
        package let column: Int
        package let sentence: String
    }

    package init(folder: String) throws(AuditFailure) {
        let path = OutputLayout.figures(of: folder)
        guard FileManager.default.fileExists(atPath: path) else {
            throw ReadPermission.isDenied(path) ? .forbidden(folder) : .noRelease(folder)
        }
        let list = try PrintedTable.read(path)
        guard list.cells.first?.starts(with: Self.header) == true else { throw .noRelease(folder) }
        let figures = list.cells.dropFirst().compactMap(ReleaseFigure.init)
        var start = figures.startIndex
        while start < figures.endIndex {
            let end = figures[start...].firstIndex { $0.key.table != figures[start].key.table } ?? figures.endIndex
            let layout = ReleaseTableLayout(Array(figures[start..<end]))
            compare(layout, folder)
            var table = layout.table
            table.file = Self.file(of: table, in: folder)
            tables.append(AuditedTable(table, .roles(layout.structure)))
            start = end
        }
    }

    private static let header = [
        "table", "section", "row", "area", "measure", "period", "value", "display", "unit", "status",
    ]

    /// Returns the path of the table's own file.
    private static func file(of table: PrintedTable, in folder: String) -> String { folder + "/\(table.name).csv" }

    private mutating func compare(_ layout: ReleaseTableLayout, _ folder: String) {
        let table = tables.count
        for (position, figure) in layout.figures {
            guard let value = Rational(decimal: figure.value), let shown = PrintedCell(figure.display).number,
                !Self.rounds(value, to: shown)
            else { continue }
            disagreements.append(
                Disagreement(
                    table: table, row: position.row, column: position.column,
                    sentence: "the value \(figure.value) is printed as \(figure.display)"))
        }
        guard let own = try? PrintedTable.read(Self.file(of: layout.table, in: folder)) else { return }
        for (position, figure) in layout.figures {
            let column = layout.columnInFile(position.column, header: own.cells.first ?? [])
            let text = own.text(row: position.row, column: column)
            guard !figure.value.isEmpty, text != figure.value, !figure.isText else {
                continue
            }
            disagreements.append(
                Disagreement(
                    table: table, row: position.row, column: position.column,
                    sentence:
                        "figures.csv says \(figure.value), but \(layout.table.name).csv says \(text.isEmpty ? "nothing" : text)"
                ))
        }
    }

    /// Whether the value rounds to the printed number. The value itself has been rounded to six places.
    private static func rounds(_ value: Rational, to shown: PrintedNumber) -> Bool {
        guard let difference = try? (value - shown.value).magnitude() else { return false }
        var scale = 1
        for _ in 0..<shown.decimals { scale *= 10 }
        guard let half = Rational(1, over: 2 * scale), let grain = Rational(1, over: 2_000_000) else { return false }
        guard let most = try? half + grain else { return false }
        return difference <= most
    }
}

/// A row of `figures.csv` as it is in the file, whether valid or not.
struct ReleaseFigure {
    let key: FigureKey
    let value, display, unit, status: String

    /// Reads a row, with missing fields as empty. Returns nil when no key can be read from it.
    init?(_ fields: [String]) {
        let all = fields + Array(repeating: "", count: max(0, 10 - fields.count))
        guard let key = FigureKey(all) else { return nil }
        self.key = key
        (value, display, unit, status) = (all[6], all[7], all[8], all[9])
    }

    /// Whether the figure's cell is text that the definition provides.
    var isText: Bool { Measure(rawValue: key.measure)?.definition.isWrittenAsText ?? false }

    /// The text of the cell: rates and percentages to all six places, with the sign of the unit and the mark of a
    /// revision.
    var text: String {
        guard !value.isEmpty, !isText else { return display }
        var digits = value
        if unit.hasPrefix("per ") || unit.hasPrefix("percent") {
            let places = digits.split(separator: ".").dropFirst().first?.count ?? 0
            digits += (places == 0 ? "." : "") + String(repeating: "0", count: max(0, 6 - places))
        }
        if unit == "percent" { digits += "%" }
        if unit == "percentage points" { digits += " pp" }
        return status.split(separator: " ").contains("revised") ? digits + " [r]" : digits
    }
}
