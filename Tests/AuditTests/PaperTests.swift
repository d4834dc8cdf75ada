import Audit
import Testing

@Suite("The paper of October 2019")
struct PaperTests {
    @Test("The eight wrong cells are found without help, with the right values, and no other cell is called wrong")
    func ownFacts() throws {
        let paper = try Paper.own()
        let tables = paper.tables(corrected: false)
        let report = Auditor().audit(tables.map { AuditedTable($0) })
        let wrong = paper.facts.filter { !$0.expected.isEmpty }
        #expect(wrong.count == 8)
        check(report, finds: wrong.map { ($0.table, $0.row, $0.column, $0.printed, $0.expected) })
        checkNotes(report)
    }

    @Test("The same eight cells are found in the transcribed figures, and nothing is reported about the other 599")
    func published() throws {
        guard let (paper, errata) = try Paper.published() else {
            print("skipped: the published figures are not beside the checkout (../shared/published)")
            return
        }
        #expect(paper.facts.count == 607)
        let report = Auditor().audit(paper.tables(corrected: false).map { AuditedTable($0) })
        check(report, finds: errata.map { ($0.table, $0.row, $0.column, $0.printed, $0.expected) })
        checkNotes(report)
    }

    @Test("When the errors are corrected, no cell is called wrong")
    func corrected() throws {
        let report = Auditor().audit(try Paper.own().tables(corrected: true).map { AuditedTable($0) })
        #expect(!report.hasErrors)
    }

    /// Checks that the errors and the blank are exactly these.
    private func check(
        _ report: AuditReport,
        finds wrong: [(table: String, row: String, column: String, printed: String, expected: String)]
    ) {
        func key(_ table: String, _ row: String, _ column: String, _ printed: String, _ expected: String) -> String {
            [table, row, column, printed, expected.replacing(",", with: "")].joined(separator: " | ")
        }
        var found: Set<String> = []
        for finding in report.findings where finding.severity == .error {
            #expect(finding.cells.count == 1 && !finding.evidence.isEmpty)
            for cell in finding.cells {
                found.insert(
                    key(
                        report.tables[cell.place.table].name, report.label(of: cell.place),
                        report.heading(of: cell.place),
                        cell.printed, cell.proposed ?? ""))
            }
        }
        let expected = wrong.map { key($0.table, $0.row, $0.column, $0.printed, $0.expected) }
        let blanks = Set(
            wrong.filter(\.printed.isEmpty).map { key($0.table, $0.row, $0.column, $0.printed, $0.expected) })
        #expect(found == Set(expected).subtracting(blanks))
        let computable = report.findings.filter { $0.rule == .computableBlank }.flatMap(\.cells).map { cell in
            key(
                report.tables[cell.place.table].name, report.label(of: cell.place), report.heading(of: cell.place),
                cell.printed, cell.proposed ?? "")
        }
        #expect(blanks.isSubset(of: computable))
    }

    /// Checks that residential burglary is explained, and that points and blanks are reported.
    private func checkNotes(_ report: AuditReport) {
        let others = report.findings.filter { $0.rule == .otherDenominator }
        #expect(others.count == 1)
        #expect(others.first?.cells.count == 5)
        #expect(others.first.map { report.label(of: $0.cells[0].place) } == "Burglary - residential")
        let points = report.findings.filter { $0.rule == .pointsUnderPercent }
        #expect(points.flatMap(\.cells).map(\.printed) == ["-1.8", "21"])
        let blanks = report.findings.filter { $0.rule == .computableBlank }.flatMap(\.cells).compactMap(\.proposed)
        #expect(blanks.contains("444"))
    }
}
