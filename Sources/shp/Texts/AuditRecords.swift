import Audit
import CSV

/// The findings of an audit for programs. CSV has a row for each cell, JSON has each finding with its cells.
struct AuditRecords {
    let report: AuditReport

    var csv: String {
        var text = CSVWriter(header: [
            "finding", "severity", "rule", "table", "line", "row", "column", "printed", "proposed", "alternatives",
            "evidence", "cell", "id",
        ])
        for (index, finding) in report.findings.enumerated() {
            let evidence = finding.evidence.joined(separator: "; ")
            let head = [
                CSVField.number("\(index + 1)"), .text(finding.severity.rawValue), .text(finding.rule.rawValue),
            ]
            let identifier = CSVField.text(report.identifier(of: finding))
            if finding.cells.isEmpty {
                text.append(head + Array(repeating: .text(""), count: 7) + [.text(evidence), .text(""), identifier])
            }
            for cell in finding.cells {
                text.append(
                    head + [
                        .text(report.tables[cell.place.table].name),
                        report.line(of: cell.place).map { .number("\($0)") } ?? .text(""),
                        .text(report.label(of: cell.place)), .text(report.heading(of: cell.place)),
                        field(cell.printed, at: cell.place), field(cell.proposed ?? "", at: cell.place),
                        .text(cell.alternatives.joined(separator: "; ")), .text(evidence),
                        .text(report.reference(of: cell.place)), identifier,
                    ])
            }
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// Returns the field of a printed text. Numbers keep their minus sign; other texts that look like formulas are
    /// escaped.
    private func field(_ text: String, at place: CellPlace) -> CSVField {
        let cell = PrintedCell(text, decimalComma: report.names[place.table].usesDecimalComma)
        return cell.number == nil || text.contains { $0.isLetter } ? .text(text) : .number(text)
    }

    private struct JSONReport: Encodable {
        let tables: [String]
        let figures, checked, relations, errors, warnings, notes: Int
        let coverage: [JSONCoverage]
        let findings: [JSONFinding]
    }

    private struct JSONCoverage: Encodable {
        let table: String
        let figures, checked, percent: Int
    }

    private struct JSONFinding: Encodable {
        let id, severity, rule: String
        let cells: [JSONCell]
        let evidence: [String]
    }

    private struct JSONCell: Encodable {
        let table, row, column, cell: String
        let line: Int?
        let printed: String
        let proposed: String?
        let alternatives: [String]
    }

    var json: String {
        JSONText.of(
            JSONReport(
                tables: report.tables.map(\.name), figures: report.figures, checked: report.checked,
                relations: report.relations,
                errors: report.count(.error), warnings: report.count(.warning), notes: report.count(.note),
                coverage: zip(report.tables, report.coverage).map { table, coverage in
                    JSONCoverage(
                        table: table.name, figures: coverage.figures, checked: coverage.checked,
                        percent: coverage.percent)
                },
                findings: report.findings.map { finding in
                    JSONFinding(
                        id: report.identifier(of: finding), severity: finding.severity.rawValue,
                        rule: finding.rule.rawValue,
                        cells: finding.cells.map { cell in
                            JSONCell(
                                table: report.tables[cell.place.table].name, row: report.label(of: cell.place),
                                column: report.heading(of: cell.place), cell: report.reference(of: cell.place),
                                line: report.line(of: cell.place), printed: cell.printed,
                                proposed: cell.proposed, alternatives: cell.alternatives)
                        }, evidence: finding.evidence)
                }))
    }
}
