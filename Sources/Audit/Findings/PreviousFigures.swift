/// Compares tables with those of an earlier release: the same figure must be the same, or say that it was revised. Tables
/// are the same that have one name, or else most of their rows and columns in common.
public struct PreviousFigures: Sendable {
    private struct Key: Hashable {
        let section, label, heading: String
    }

    private typealias Figures = [Key: (text: String, number: PrintedNumber, place: CellPlace)]

    private let tables: [(name: String, figures: Figures)]

    /// The figures of the earlier tables, as an audit of them read them.
    public init(_ report: AuditReport) { tables = Self.figures(of: report) }

    /// What differs in the report's tables; and that nothing was compared, where the earlier tables have none of them.
    public func findings(in report: AuditReport) -> [AuditFinding] {
        var findings: [AuditFinding] = []
        var compared = 0
        for (name, figures) in Self.figures(of: report) {
            guard let earlier = earlier(name, figures) else { continue }
            for (key, figure) in figures.sorted(by: { $0.value.place < $1.value.place }) {
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
        }
        guard compared == 0 else { return findings }
        return [
            AuditFinding(
                .nothingCompared, cells: [],
                evidence: [
                    "no figure of these tables stands in the earlier ones, so that nothing was compared with them"
                ])
        ]
    }

    /// The earlier table of the name, else the one that has most of the figures and at least half of them.
    private func earlier(_ name: String, _ figures: Figures) -> Figures? {
        if let same = tables.first(where: { $0.name == name }) { return same.figures }
        let common = tables.map { table in figures.keys.count { table.figures[$0] != nil } }
        guard let most = common.max(), most * 2 >= figures.count, most > 0, let place = common.firstIndex(of: most)
        else { return nil }
        return tables[place].figures
    }

    /// No true value rounds to both.
    private static func differ(_ a: PrintedNumber, _ b: PrintedNumber) -> Bool {
        if a.decimals == 0, b.decimals == 0, a.sign == .none, b.sign == .none { return a.value != b.value }
        return !a.roundedBounds.meets(b.roundedBounds)
    }

    private static func figures(of report: AuditReport) -> [(name: String, figures: Figures)] {
        report.names.enumerated().map { table, naming in
            var figures: Figures = [:]
            for (row, label) in naming.labels {
                for (column, heading) in naming.headings where naming.figures.contains(column) {
                    let text = report.tables[table].text(row: row, column: column)
                    guard let number = PrintedCell(text).number else { continue }
                    let key = Key(
                        section: Label.folded(naming.sections[row] ?? ""), label: Label.folded(label),
                        heading: Label.folded(heading))
                    figures[key] = (text, number, CellPlace(table: table, row: row, column: column))
                }
            }
            return (Label.folded(report.tables[table].name), figures)
        }
    }
}
