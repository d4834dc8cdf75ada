import Audit
import Testing

@Suite("Findings")
struct FindingTests {
    private func errors(_ cells: [[String]], _ more: [[String]] = []) -> [AuditFinding] {
        var tables = [AuditedTable(PrintedTable(name: "a", cells: cells))]
        if !more.isEmpty { tables.append(AuditedTable(PrintedTable(name: "b", cells: more))) }
        return Auditor().audit(tables).findings.filter { $0.severity == .error }
    }

    @Test("A single wrong sum shows that some figure is wrong, but not which")
    func tie() {
        let found = errors([["Area", "Count"], ["North", "410"], ["South", "320"], ["Total", "740"]])
        #expect(found.map(\.rule) == [.oneOfSeveral])
        #expect(found.first?.cells.map(\.printed) == ["410", "320", "740"])
        #expect(found.first?.cells.map(\.proposed) == ["420", "330", "730"])
    }

    @Test("A lost minus sign is reported as such, and so is a wrong word for the direction")
    func signs() {
        for printed in ["5.0%", "Increased by 5.0%"] {
            let found = errors([
                ["Category", "Before", "Now", "Change", "% Change"], ["a", "200", "190", "-10", printed],
                ["b", "100", "150", "50", "50.0%"], ["c", "80", "60", "-20", "-25.0%"],
            ])
            #expect(found.map(\.rule) == [.wrongSign])
            #expect(found.first?.cells.first?.proposed == "-5.0%")
        }
    }

    @Test("When a figure differs between two tables, the other checks on it show which table is wrong")
    func sameFigure() {
        let first = [
            ["Category", "Before", "Now", "Change"], ["Arson", "200", "190", "-10"], ["Theft", "100", "150", "50"],
            ["Fraud", "80", "60", "-20"], ["Rape", "45", "55", "10"],
        ]
        let second = [
            ["Category", "Town", "County"], ["Arson", "190", "900"], ["Theft", "150", "700"], ["Fraud", "66", "200"],
            ["Rape", "55", "140"],
        ]
        let found = errors(first, second)
        #expect(found.map(\.rule) == [.wrongFigure])
        #expect(found.first?.cells.first?.printed == "66")
        #expect(found.first?.cells.first?.proposed == "60")
    }

    @Test("Rows whose name is repeated are not compared with another table, whatever their order")
    func repeatedNames() {
        let rows = [["Arson", "190"], ["Theft", "150"], ["Fraud", "60"], ["Drugs", "412"]]
        let others = [["Other", "87"], ["Other", "64"]]
        let first = [["Category", "Town"]] + rows + others
        let second = [["Offence", "Crimes"]] + rows + others
        #expect(errors(first, second).isEmpty)
        #expect(errors(first, [["Offence", "Crimes"]] + rows + others.reversed()).isEmpty)
        #expect(errors(first, second.map { $0 == rows[2] ? ["Fraud", "66"] : $0 }).count == 1)
    }

    @Test("A suppressed part may have any number from zero, but not a negative number")
    func suppressed() {
        func table(_ total: String) -> [[String]] {
            [
                ["Area", "Q1", "Q2"], ["North", "410", "40"], ["South", "[c]", "50"], ["East", "20", "60"],
                ["Total", total, "150"],
            ]
        }
        #expect(errors(table("433")).isEmpty)
        let found = errors(table("423"))
        #expect(found.map(\.rule) == [.oneOfSeveral])
    }

    @Test("The earlier figure must be the same, or be marked as revised")
    func previous() {
        func report(_ now: String) -> AuditReport {
            Auditor().audit([
                AuditedTable(
                    PrintedTable(
                        name: "a",
                        cells: [
                            ["Area", "Q1", "Q2"], ["North", "410", now], ["South", "320", "9"], ["East", "20", "30"],
                        ]))
            ])
        }
        let earlier = PreviousFigures(report("40"))
        #expect(earlier.findings(in: report("40")).isEmpty)
        #expect(earlier.findings(in: report("41")).map(\.rule) == [.differsFromPrevious])
        #expect(earlier.findings(in: report("41 [r]")).map(\.rule) == [.revisedSincePrevious])
    }

    @Test("Every code is unique, and there are errors, warnings and notes")
    func codes() {
        let codes = AuditFinding.Rule.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(Set(AuditFinding.Rule.allCases.map(\.severity)) == Set(AuditFinding.Severity.allCases))
    }
}
