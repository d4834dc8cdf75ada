/// Compares tables with those of an earlier release: the same figure must be the same, or say that it was revised.
public struct PreviousFigures: Sendable {
    private struct Key: Hashable {
        let table, section, label, heading: String
    }

    private let figures: [Key: (text: String, number: PrintedNumber)]

    /// The figures of the earlier tables, as an audit of them read them.
    public init(_ report: AuditReport) { figures = Self.figures(of: report).mapValues { ($0.text, $0.number) } }

    /// What differs in the report's tables.
    public func findings(in report: AuditReport) -> [AuditFinding] {
        Self.figures(of: report).sorted { $0.value.place < $1.value.place }.compactMap { key, figure in
            guard let earlier = figures[key], Self.differ(earlier.number, figure.number) else { return nil }
            let isRevised = figure.text.contains("[r]")
            return AuditFinding(
                isRevised ? .revisedSincePrevious : .differsFromPrevious,
                cells: [AuditFinding.Cell(place: figure.place, printed: figure.text)],
                evidence: [
                    "\(report.name(of: figure.place)): printed \(figure.text), but \(earlier.text) in the earlier release"
                ])
        }
    }

    /// No true value rounds to both.
    private static func differ(_ a: PrintedNumber, _ b: PrintedNumber) -> Bool {
        if a.decimals == 0, b.decimals == 0, a.sign == .none, b.sign == .none { return a.value != b.value }
        return !a.roundedBounds.meets(b.roundedBounds)
    }

    private static func figures(of report: AuditReport) -> [Key: (
        text: String, number: PrintedNumber, place: CellPlace
    )] {
        var figures: [Key: (text: String, number: PrintedNumber, place: CellPlace)] = [:]
        for (table, naming) in report.names.enumerated() {
            for (row, label) in naming.labels {
                for (column, heading) in naming.headings where naming.figures.contains(column) {
                    let text = report.tables[table].text(row: row, column: column)
                    guard let number = PrintedCell(text).number else { continue }
                    let key = Key(
                        table: Label.folded(report.tables[table].name),
                        section: Label.folded(naming.sections[row] ?? ""),
                        label: Label.folded(label), heading: Label.folded(heading))
                    figures[key] = (text, number, CellPlace(table: table, row: row, column: column))
                }
            }
        }
        return figures
    }
}
