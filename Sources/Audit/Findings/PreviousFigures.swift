/// Compares tables with those of an earlier release: the same figure must have the same value, or be marked as revised.
/// Two tables are the same when they have the same name. Failing that, at least half of a table's figures must be in
/// the earlier table.
public struct PreviousFigures: Sendable {
    private struct Key: Hashable {
        let section, label, heading: String
        /// The position among the rows, or columns, of the same name, from 1.
        let row, column: Int
    }

    private typealias Figures = [Key: (text: String, number: PrintedNumber, place: CellPlace)]

    private struct Table {
        let name: String
        /// The position among the tables of this name, from 1.
        let occurrence: Int
        let figures: Figures
    }

    private let tables: [Table]

    /// Reads the figures of the earlier tables from the report of their audit.
    public init(_ report: AuditReport) { tables = Self.figures(of: report) }

    /// Returns a finding for each figure that differs from the earlier release. It also returns one for each table that
    /// shares no figure with the earlier tables, because nothing could be compared.
    public func findings(in report: AuditReport) -> [AuditFinding] {
        var findings: [AuditFinding] = []
        for (index, table) in Self.figures(of: report).enumerated() where !table.figures.isEmpty {
            let earlier = earlier(of: table) ?? [:]
            var compared = 0
            for (key, figure) in table.figures.sorted(by: { $0.value.place < $1.value.place }) {
                guard let before = earlier[key] else { continue }
                compared += 1
                guard Self.differ(before.number, figure.number) else { continue }
                findings.append(
                    AuditFinding(
                        figure.text.contains("[r]") ? .revisedSincePrevious : .differsFromPrevious,
                        cells: [AuditFinding.Cell(place: figure.place, printed: figure.text)],
                        evidence: [
                            "\(report.name(of: figure.place)): printed \(figure.text), but \(before.text) in the earlier "
                                + "release"
                        ]))
            }
            guard compared == 0 else { continue }
            findings.append(
                AuditFinding(
                    .nothingCompared, table: index,
                    evidence: [
                        "\(report.tables[index].name): none of its figures is in the earlier tables, so nothing was "
                            + "compared"
                    ]))
        }
        return findings
    }

    /// Returns the figures of the earlier table with the same name. Otherwise, returns the figures of the table that
    /// shares the most figures, if it shares at least half of them.
    private func earlier(of table: Table) -> Figures? {
        if let same = tables.first(where: { $0.name == table.name && $0.occurrence == table.occurrence }) {
            return same.figures
        }
        let common = tables.map { earlier in table.figures.keys.count { earlier.figures[$0] != nil } }
        guard let most = common.max(), most * 2 >= table.figures.count, most > 0,
            let place = common.firstIndex(of: most)
        else { return nil }
        return tables[place].figures
    }

    /// Whether the two printed numbers cannot come from the same true value.
    private static func differ(_ a: PrintedNumber, _ b: PrintedNumber) -> Bool {
        if a.decimals == 0, b.decimals == 0, a.sign == .none, b.sign == .none { return a.value != b.value }
        return !a.roundedBounds.meets(b.roundedBounds)
    }

    private static func figures(of report: AuditReport) -> [Table] {
        report.names.enumerated().map { table, naming in
            var figures: Figures = [:]
            for (row, label) in naming.labels {
                for (column, heading) in naming.headings where naming.figures.contains(column) {
                    let text = report.tables[table].text(row: row, column: column)
                    guard let number = PrintedCell(text, decimalComma: naming.usesDecimalComma).number else { continue }
                    let key = Key(
                        section: Label.folded(naming.sections[row] ?? ""), label: Label.folded(label),
                        heading: Label.folded(heading), row: naming.rowOccurrences[row] ?? 1,
                        column: naming.columnOccurrences[column] ?? 1)
                    figures[key] = (text, number, CellPlace(table: table, row: row, column: column))
                }
            }
            return Table(
                name: Label.folded(report.tables[table].name), occurrence: naming.occurrence, figures: figures)
        }
    }
}
