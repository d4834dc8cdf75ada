public import Audit
public import Core
public import Indicators
public import Intake
public import Records

/// Audits the tables of a release as they will be printed, against their structure in the plan. Published figures must
/// be consistent, however they were calculated.
public struct SelfAudit: Sendable {
    private let plan: PipelinePlan
    private let quarter: FinancialQuarter
    private let layouts: [TableLayout]

    /// Creates an audit of tables for the quarter with these layouts.
    public init(plan: PipelinePlan, quarter: FinancialQuarter, layouts: [TableLayout]) {
        self.plan = plan
        self.quarter = quarter
        self.layouts = layouts
    }

    /// Returns the report of the audit of the tables.
    public func report(of tables: [FigureTable]) -> AuditReport {
        let layouts = Dictionary(layouts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let audited = tables.compactMap { table in
            layouts[table.id].map { layout in
                AuditedTable(
                    Self.printed(table),
                    .all(PrintedStructure(plan: plan, layout: layout, quarter: quarter).structure(of: table)))
            }
        }
        return Auditor(denominators: plan.auditDenominators).audit(audited)
    }

    /// Throws when a figure in the tables cannot be true.
    public func check(_ tables: [FigureTable]) throws(RunFailure) {
        let report = report(of: tables)
        let errors = report.findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw .contradictoryFigures(errors.map { Self.words(of: $0, in: report) }) }
    }

    /// Returns the table with its figures as displayed.
    static func printed(_ table: FigureTable) -> PrintedTable {
        PrintedTable(
            name: table.id,
            cells: [["", table.rowHeading] + table.columns.map(\.heading)]
                + table.rows.map { [$0.section, $0.label] + $0.figures.map(\.display) })
    }

    private static func words(of finding: AuditFinding, in report: AuditReport) -> String {
        let cells = finding.cells.map { cell in
            "\(report.name(of: cell.place)): \(cell.printed)" + (cell.proposed.map { ", should be \($0)" } ?? "")
        }
        return "\(finding.rule.rawValue): " + (cells + finding.evidence.map { "  " + $0 }).joined(separator: "\n")
    }
}
