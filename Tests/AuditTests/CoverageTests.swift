import Audit
import Testing

@Suite("What was checked, and by what name")
struct CoverageTests {
    private let lines = """
        Ward | 2018 | 2019 | Change | Trees
        Ash | 310 | 322 | 12 | 7
        Elm | 287 | 265 | -22 | 9
        Fir | 190 | 204 | 14 | 2
        """

    @Test("Every figure was checked or was not, and by what is said")
    func figures() {
        let coverage = AuditOf(lines).report.coverage[0]
        #expect(coverage.figures == 12 && coverage.checked == 9 && coverage.percent == 75)
        #expect(coverage.kinds(at: CellPlace(table: 0, row: 1, column: 3)) == ["difference"])
        #expect(coverage.kinds(at: CellPlace(table: 0, row: 1, column: 4)) == [])
        #expect(coverage.kinds(at: CellPlace(table: 0, row: 1, column: 0)) == nil)
    }

    @Test("A table of which less was checked than is asked for is named, and one of which nothing was always is")
    func required() {
        let report = AuditOf(lines).report
        #expect(report.tables(coveredLessThan: 75).isEmpty && report.tables(coveredLessThan: 76) == [0])
        let list = AuditOf("Ward | Trees\nAsh | 7\nElm | 9").report
        #expect(list.tables(coveredLessThan: 0) == [0])
        #expect(list.findings.map(\.rule) == [.nothingToCheck])
    }

    @Test("Cells have the names that spreadsheet programs give them, however many lines they take")
    func references() {
        let table = PrintedTable(
            name: "a", cells: [["Ward", "Two\nlines"], ["Ash", "1"], ["Elm", "2"]], lines: [1, 3, 5])
        let report = Auditor().audit([AuditedTable(table)])
        // A blank line stands between the last two.
        #expect(report.reference(of: CellPlace(table: 0, row: 1, column: 1)) == "B2")
        #expect(report.reference(of: CellPlace(table: 0, row: 2, column: 27)) == "AB4")
        #expect(report.line(of: CellPlace(table: 0, row: 2, column: 1)) == 5)
    }

    @Test("A finding keeps its name when figures change, and another cell has another")
    func identifiers() {
        func identifiers(_ lines: String) -> [String] {
            let report = AuditOf(lines).report
            return report.findings.map(report.identifier)
        }
        let one = identifiers(lines.replacing("-22", with: "-23"))
        #expect(one.count == 1 && one == identifiers(lines.replacing("-22", with: "-24")))
        #expect(one != identifiers(lines.replacing("14", with: "15")))
    }

    @Test("An accepted finding is a note with its reason; an acceptance of nothing is reported")
    func acceptance() throws {
        let report = AuditOf(lines.replacing("-22", with: "-23")).report
        let identifier = try #require(report.findings.first.map(report.identifier))
        let accepted = report.accepting(
            AcceptedFindings([
                AcceptedFindings.Entry(identifier: identifier, reason: "boundary change"),
                AcceptedFindings.Entry(identifier: "0000000000000000", reason: "long gone"),
            ]))
        #expect(report.hasErrors && !accepted.hasErrors)
        #expect(accepted.findings.contains { $0.evidence.last == "accepted: boundary change" })
        #expect(accepted.findings.contains { $0.rule == .acceptedNotFound })
    }

    @Test("Earlier tables are found by what is in them, and that nothing was compared is a warning")
    func previous() {
        let earlier = PreviousFigures(AuditOf(lines, name: "old name").report)
        let now = AuditOf(lines.replacing("Trees", with: "Trees").replacing("265", with: "266"), name: "new name")
            .report
        #expect(earlier.findings(in: now).map(\.rule) == [.differsFromPrevious])
        let other = AuditOf("Road | Lamps\nHigh Street | 12\nMill Lane | 3").report
        #expect(earlier.findings(in: other).map(\.rule) == [.nothingCompared])
    }
}
