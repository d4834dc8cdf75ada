import Audit
import Testing

@Suite("Which figures were checked, and what findings are called")
struct CoverageTests {
    private let lines = """
        Ward | 2018 | 2019 | Change | Trees
        Ash | 310 | 322 | 12 | 7
        Elm | 287 | 265 | -22 | 9
        Fir | 190 | 204 | 14 | 2
        """

    @Test("For every figure the report says whether it was checked, and by which check")
    func figures() {
        let coverage = AuditOf(lines).report.coverage[0]
        #expect(coverage.figures == 12 && coverage.checked == 9 && coverage.percent == 75)
        #expect(coverage.kinds(at: CellPlace(table: 0, row: 1, column: 3)) == ["difference"])
        #expect(coverage.kinds(at: CellPlace(table: 0, row: 1, column: 4)) == [])
        #expect(coverage.kinds(at: CellPlace(table: 0, row: 1, column: 0)) == nil)
    }

    @Test("A table with less coverage than requested is named; a table of which nothing was checked is always named")
    func required() {
        let report = AuditOf(lines).report
        #expect(report.tables(coveredLessThan: 75).isEmpty && report.tables(coveredLessThan: 76) == [0])
        let list = AuditOf("Ward | Trees\nAsh | 7\nElm | 9").report
        #expect(list.tables(coveredLessThan: 0) == [0])
        #expect(list.findings.map(\.rule) == [.nothingToCheck])
    }

    @Test("Cells have the names that spreadsheet programs give them, even when a cell takes several lines of the file")
    func references() {
        let table = PrintedTable(
            name: "a", cells: [["Ward", "Two\nlines"], ["Ash", "1"], ["Elm", "2"]], lines: [1, 3, 5])
        let report = Auditor().audit([AuditedTable(table)])
        // There is a blank line between the last two rows.
        #expect(report.reference(of: CellPlace(table: 0, row: 1, column: 1)) == "B2")
        #expect(report.reference(of: CellPlace(table: 0, row: 2, column: 27)) == "AB4")
        #expect(report.line(of: CellPlace(table: 0, row: 2, column: 1)) == 5)
    }

    @Test("A finding keeps its id when figures change, and a finding at another cell has another id")
    func identifiers() {
        func identifiers(_ lines: String) -> [String] {
            let report = AuditOf(lines).report
            return report.findings.map(report.identifier)
        }
        let one = identifiers(lines.replacing("-22", with: "-23"))
        #expect(one.count == 1 && one == identifiers(lines.replacing("-22", with: "-24")))
        #expect(one != identifiers(lines.replacing("14", with: "15")))
    }

    @Test("Rows, columns or tables with the same name are kept apart")
    func repeated() throws {
        let twice = """
            Ward | 2018 | 2019 | Change
            Ash | 310 | 322 | 12
            Other | 287 | 265 | -22
            Fir | 190 | 204 | 14
            Other | 87 | 95 | 8
            """
        let wrong = twice.replacing("-22", with: "-23").replacing("95 | 8", with: "95 | 9")
        let report = AuditOf(wrong).report
        let identifiers = report.findings.map(report.identifier)
        #expect(Set(identifiers).count == 2)
        let accepted = report.accepting(AcceptedFindings([.init(identifier: identifiers[0], reason: "boundary")]))
        #expect(accepted.count(.error) == 1)
        // Each row 'Other' is compared with its own row of the earlier table.
        for earlier in [twice.replacing("95 | 8", with: "96 | 8"), twice.replacing("265", with: "266")] {
            let found = PreviousFigures(AuditOf(earlier).report).findings(in: AuditOf(twice).report)
            #expect(found.map(\.rule) == [.differsFromPrevious])
        }
        let column = "Ward | Count | Count\nAsh | 310 | 322\nElm | 287 | 265"
        let before = PreviousFigures(AuditOf(column.replacing("310", with: "311")).report)
        #expect(before.findings(in: AuditOf(column).report).map(\.cells.first?.printed) == ["310"])
        let table = AuditedTable(AuditOf(wrong).report.tables[0])
        let tables = Auditor().audit([table, table])
        #expect(Set(tables.findings.map(tables.identifier)).count == tables.findings.count)
    }

    @Test("When two totals with the same name are both wrong, each finding has its own id")
    func repeatedTotals() {
        let report = AuditOf(
            """
            Person | 2018 | 2019
            Young | 310 | 322
            Old | 287 | 265
            Total: all | 500 | 510
            Men | 190 | 204
            Women | 412 | 430
            Total: all | 505 | 520
            Total: more | 905 | 720
            """
        ).report
        let totals = report.findings.filter { $0.rule == .totalOfMore }
        #expect(totals.count >= 2 && Set(totals.map(report.identifier)).count == totals.count)
    }

    @Test("A table of which nothing can be checked is left out after that finding has been accepted")
    func acceptedTable() throws {
        let list = PrintedTable(name: "list", cells: [["Ward", "Trees"], ["Ash", "7"], ["Elm", "9"]])
        let report = Auditor().audit([AuditedTable(list), AuditedTable(list)])
        let first = try #require(report.findings.first)
        let accepted = report.accepting(
            AcceptedFindings([.init(identifier: report.identifier(of: first), reason: "a list")]))
        #expect(report.tables(coveredLessThan: 0) == [0, 1])
        #expect(accepted.tables(coveredLessThan: 0) == [1] && accepted.tables(coveredLessThan: 80) == [1])
    }

    @Test("An accepted finding becomes a note with its reason; an accepted id that no finding has is reported")
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

    @Test("Earlier tables are found by their content, and there is a warning when nothing was compared")
    func previous() {
        let earlier = PreviousFigures(AuditOf(lines, name: "old name").report)
        let now = AuditOf(lines.replacing("Trees", with: "Shrubs").replacing("265", with: "266"), name: "new name")
            .report
        #expect(earlier.findings(in: now).map(\.rule) == [.differsFromPrevious])
    }

    @Test("When several tables have the same name, each is compared with its own earlier table")
    func previousOfOneName() {
        let (first, second) = (
            AuditOf(lines, name: "wards").report, AuditOf(lines.replacing("87", with: "88"), name: "wards").report
        )
        let both = Auditor().audit((first.tables + second.tables).map { AuditedTable($0) })
        #expect(PreviousFigures(both).findings(in: both).isEmpty)
        #expect(PreviousFigures(first).findings(in: both).contains { $0.rule == .differsFromPrevious && $0.table == 1 })
    }

    @Test("Every table of which nothing was compared is reported by name; one without figures is not")
    func notCompared() {
        let words = PrintedTable(
            name: "words", cells: [["Road", "Keeper"], ["High Street", "Ash"], ["Mill Lane", "Elm"]])
        let lamps = PrintedTable(
            name: "lamps", cells: [["Road", "Lamps"], ["High Street", "12"], ["Mill Lane", "3"]])
        let wards = AuditOf(lines, name: "wards").report
        let both = Auditor().audit((wards.tables + [lamps, words]).map { AuditedTable($0) })
        let found = PreviousFigures(wards).findings(in: both)
        #expect(found.map(\.rule) == [.nothingCompared])
        #expect(found.map(\.table) == [1] && found.first?.evidence.first?.hasPrefix("lamps: ") == true)
    }
}
