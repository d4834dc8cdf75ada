import Audit
import Core
import Workbooks

/// An audit as a workbook: a sheet of findings, and the tables with notes on the cells.
struct AuditWorkbook {
    let report: AuditReport

    var workbook: AnnotatedWorkbook {
        let notes = notes
        return AnnotatedWorkbook(
            title: "Audit of \(report.tables.count == 1 ? report.tables[0].name : "\(report.tables.count) tables")",
            statements: [
                AuditText(report: report).summary + ".",
                "An error is a figure that cannot be true. Where any of several figures could be the wrong one, all of them are listed under one number.",
            ], findings: findings,
            tables: report.tables.enumerated().map { index, table in self.table(index, table, notes) })
    }

    private var findings: (headings: [String], rows: [[String]]) {
        let headings = ["Number", "Severity", "Finding", "Table", "Row", "Column", "Printed", "Should be", "Because"]
        let rows = report.findings.enumerated().flatMap { index, finding -> [[String]] in
            let head = ["\(index + 1)", finding.severity.rawValue, finding.rule.rawValue]
            let evidence = finding.evidence.joined(separator: "; ")
            if finding.cells.isEmpty { return [head + ["", "", "", "", "", evidence]] }
            return finding.cells.map { cell in
                head + [
                    report.tables[cell.place.table].name, report.label(of: cell.place), report.heading(of: cell.place),
                    cell.printed.isEmpty ? "nothing" : cell.printed, Self.proposal(cell), evidence,
                ]
            }
        }
        // A marked-up table needs at least one row.
        return (headings, rows.isEmpty ? [["", "", "Nothing was found.", "", "", "", "", "", ""]] : rows)
    }

    private static func proposal(_ cell: AuditFinding.Cell) -> String {
        ([cell.proposed].compactMap(\.self) + cell.alternatives).joined(separator: " or ")
    }

    private var notes: [CellPlace: String] {
        var notes: [CellPlace: String] = [:]
        for (index, finding) in report.findings.enumerated() {
            for cell in finding.cells {
                let proposal = Self.proposal(cell)
                let words =
                    "\(finding.severity.rawValue) \(index + 1), \(finding.rule.rawValue)"
                    + (proposal.isEmpty ? "" : ", should be \(proposal)")
                notes[cell.place] = notes[cell.place].map { $0 + "; " + words } ?? words
            }
        }
        return notes
    }

    private func table(_ index: Int, _ table: PrintedTable, _ notes: [CellPlace: String]) -> AnnotatedWorkbook.Table {
        let naming = report.names[index]
        let width = table.cells.map(\.count).max() ?? 0
        let first = naming.labels.keys.min() ?? 1
        let headings = (0..<width).map { naming.headings[$0] ?? table.text(row: 0, column: $0) }
        let rows = (min(first, table.cells.count)..<table.cells.count).map { row in
            (0..<width).map { column in
                let text = table.text(row: row, column: column)
                return AnnotatedWorkbook.Cell(
                    text: text,
                    number: naming.figures.contains(column) ? Self.number(text, naming.usesDecimalComma) : nil,
                    note: notes[CellPlace(table: index, row: row, column: column)])
            }
        }
        return AnnotatedWorkbook.Table(name: table.name, headings: headings, rows: rows)
    }

    /// Returns the printed number; nil when a cell that holds the number would show another text. The decimal mark is
    /// not compared, because spreadsheet programs write it as the reader's language does.
    private static func number(
        _ text: String, _ decimalComma: Bool
    ) -> (value: Rational, decimals: Int, isPercent: Bool)? {
        let thousands = decimalComma ? "." : ","
        guard let number = PrintedCell(text, decimalComma: decimalComma).number, number.sign != .points,
            number.text(decimalComma: decimalComma).replacing(thousands, with: "")
                == text.replacing(thousands, with: "")
        else { return nil }
        return (number.value, number.decimals, number.sign == .percent)
    }
}
