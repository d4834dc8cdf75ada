import Audit
import Core
import Evaluation
import Indicators
import Intake
import Planning
import Records
import TableAudit
import Testing

@Suite("Audit before publishing")
struct SelfAuditTests {
    private static func plan() throws -> PipelinePlan {
        try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
    }

    @Test("The sample quarter's tables have no error, nor anything else to be told")
    func sound() async throws {
        let result = try await SampleRun.evaluate()
        let report = SelfAudit(
            plan: try Self.plan(), quarter: result.quarter, layouts: result.figures.layouts
        ).report(of: result.tables)
        #expect(report.findings.isEmpty)
        #expect(report.figures > 500 && report.relations > 300)
        try result.audit(result.tables)
    }

    @Test("A figure that is changed on its way is named, and nothing is published")
    func changed() async throws {
        let result = try await SampleRun.evaluate()
        for (table, row, column, wrong) in [
            ("recorded-crime-local", 9, 1, 91), ("recorded-crime-force", 4, 8, 1_023), ("asb-local", 3, 2, -581),
            ("indicators", 3, 4, 426), ("recorded-crime-force", 13, 1, 10), ("asb-force", 3, 2, 31),
        ] {
            let tables = result.tables.map { $0.id == table ? Self.with(wrong, in: $0, row: row, column: column) : $0 }
            let changed = tables.first { $0.id == table }?.rows[row]
            do {
                try result.audit(tables)
                Issue.record("\(table), row \(row), column \(column) was not noticed")
            } catch let failure {
                let words = failure.description
                #expect(words.contains("\(table), '\(changed?.label ?? "")'"))
                #expect(words.contains("nothing was published"))
            }
        }
    }

    /// Returns the table with another number in one cell.
    private static func with(_ number: Int, in table: FigureTable, row: Int, column: Int) -> FigureTable {
        var rows = table.rows
        var figures = rows[row].figures
        let old = figures[column]
        figures[column] = Figure(
            table: old.table, section: old.section, row: old.row, area: old.area, measure: old.measure,
            period: old.period,
            value: .number(Rational(number)), unit: old.unit, decimals: old.decimals, markers: old.markers)
        rows[row] = FigureTable.Row(
            section: rows[row].section, label: rows[row].label, depth: rows[row].depth, isTotal: rows[row].isTotal,
            figures: figures)
        return FigureTable(
            id: table.id, title: table.title, sectionHeading: table.sectionHeading, rowHeading: table.rowHeading,
            columns: table.columns, rows: rows, source: table.source, notes: table.notes)
    }
}
