import Audit
import Core

/// The findings of an audit for people: errors first.
struct AuditText {
    let report: AuditReport

    var text: String {
        var parts: [String] = []
        for severity in AuditFinding.Severity.allCases.reversed() {
            parts += report.findings.filter { $0.severity == severity }.map(lines)
        }
        if report.tables.count > 1 { parts += report.tables.indices.map { Self.coverage(report, $0) } }
        parts.append(summary)
        return parts.joined(separator: "\n")
    }

    private func lines(_ finding: AuditFinding) -> String {
        var lines = ["\(finding.severity.rawValue): \(finding.rule.rawValue)\(place(finding))"]
        lines[0] += headline(finding)
        if finding.cells.count > 1 {
            lines += finding.cells.map { "  \(report.name(of: $0.place)): \(words(of: $0))" }
        }
        lines += finding.evidence.map { "  because " + $0 }
        return lines.joined(separator: "\n")
    }

    private func place(_ finding: AuditFinding) -> String {
        guard let cell = finding.cells.first else { return "" }
        let table = report.tables[cell.place.table]
        let line = table.lines.indices.contains(cell.place.row) ? ":\(table.lines[cell.place.row])" : ""
        return finding.cells.count == 1
            ? ": \(table.name)\(line), '\(report.label(of: cell.place))', '\(report.heading(of: cell.place))'" : ""
    }

    private func headline(_ finding: AuditFinding) -> String {
        switch finding.rule {
        case .oneOfSeveral:
            ": at least one of these \(finding.cells.count) figures is wrong; the tables do not show which"
        case .contradiction:
            ": these figures contradict each other in a way that too many different errors could explain"
        case .otherDenominator: ": the rates of one row have a different denominator from those of the other rows"
        case .nothingToCheck, .noTable, .nothingCompared, .possibleSum, .totalOfMore, .sumEnds, .rounding,
            .acceptedNotFound:
            ""
        default: finding.cells.first.map { ": " + words(of: $0) } ?? ""
        }
    }

    private func words(of cell: AuditFinding.Cell) -> String {
        let printed = cell.printed.isEmpty ? "nothing is printed" : "printed \(cell.printed)"
        guard let proposed = cell.proposed else {
            guard let first = cell.alternatives.first, let last = cell.alternatives.last else { return printed }
            return "\(printed), should be from \(first) to \(last)"
        }
        let verb = cell.printed.isEmpty ? "would be" : "should be"
        guard !cell.alternatives.isEmpty else { return "\(printed), \(verb) \(proposed)" }
        return "\(printed), \(verb) \(proposed) (or \(cell.alternatives.joined(separator: ", ")))"
    }

    /// Returns the finding in one sentence: where, what, and why.
    func sentence(for finding: AuditFinding) -> String {
        let cells = finding.cells.map { "\(report.name(of: $0.place)): \(words(of: $0))" }
        let head = headline(finding)
        return
            ([finding.cells.count > 1 && head.hasPrefix(": ") ? String(head.dropFirst(2)) : ""] + cells
            + finding.evidence)
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Returns how much of a table was checked: `wards: 60 of 72 figures checked (83%)`.
    static func coverage(_ report: AuditReport, _ table: Int) -> String {
        let coverage = report.coverage[table]
        return "\(report.tables[table].name): \(coverage.checked) of "
            + "\(UnitNoun(plural: "figures").counted(coverage.figures)) checked (\(coverage.percent)%)"
    }

    /// What was checked and found in all tables.
    var summary: String {
        let counts = AuditFinding.Severity.allCases.reversed().map { severity in
            UnitNoun(plural: severity.rawValue + "s").counted(report.count(severity))
        }
        let tables = UnitNoun(plural: "tables").counted(report.tables.count)
        let figures = UnitNoun(plural: "figures").counted(report.figures)
        let relations = UnitNoun(plural: "relations").counted(report.relations)
        return "\(tables), \(figures), \(report.checked) of them checked by \(relations): "
            + counts.joined(separator: ", ")
    }
}
