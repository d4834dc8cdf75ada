import Audit

/// An audit of one table that is written out in a test.
struct AuditOf {
    let report: AuditReport

    init(_ cells: [[String]], name: String = "a") {
        report = Auditor().audit([AuditedTable(PrintedTable(name: name, cells: cells))])
    }

    /// Audits a table written as people see it: one line for each row, with bars between the cells.
    init(_ lines: String, name: String = "a") {
        self.init(
            lines.split(separator: "\n").map { line in
                line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                    String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
                }
            }, name: name)
    }

    func rules(_ severity: AuditFinding.Severity) -> [AuditFinding.Rule] {
        report.findings.filter { $0.severity == severity }.map(\.rule)
    }

    var errors: [AuditFinding] { report.findings.filter { $0.severity == .error } }

    /// The printed text of the cells of each error.
    var wrong: [[String]] { errors.map { $0.cells.map(\.printed) } }
}
