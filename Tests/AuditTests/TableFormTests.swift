import Audit
import Testing

@Suite("Forms of tables")
struct TableFormTests {
    @Test("A row of units, a second row of headings and a blank column have no figures")
    func headings() {
        let audit = AuditOf(
            """
            Table 9: offences | | | |
             | All | | Violent |
             | | | Assault | Rape
             | Numbers | | |
            Tees | 39120 | | 3311 | 402
            Tyne | 30214 | | 2890 | 377
            Wear | 68903 | | 6120 | 810
            Total | 138237 | | 12321 | 1598
            """)
        #expect(audit.wrong == [["402", "377", "810", "1598"]])
        #expect(audit.report.names[0].headings[3] == "Violent Assault")
    }

    @Test("A row of words at the end makes no difference to the rows above it")
    func textRow() {
        let lines = """
            Kind | East | East rate per 1,000 | West | West rate per 1,000
            Personal | 251 | 2.8 | 392 | 2.9
            Nuisance | 840 | 9.2 | 1161 | 8.6
            Other | 34 | 0.4 | 43 | 0.3
            Total | 1125 | 12.3 | 1596 | 11.8
            """
        let more = lines + "\nAgainst last year | Reduced by 31% | | Reduced by 23% |"
        #expect(AuditOf(lines).report.relations == AuditOf(more).report.relations)
        #expect(AuditOf(lines).errors.isEmpty && AuditOf(more).errors.isEmpty)
    }

    @Test("Long binary fractions are read as numbers, and cells that cannot be read are unknown")
    func unknown() {
        let audit = AuditOf(
            """
            Place | 2017 | 2018 | Change
            Ash | 95688 | 78270 | -17418
            Elm | 51030 | 40760.203664000008 | -10269.796336
            Fir | 30 | [c] | 3.5
            """)
        #expect(audit.errors.isEmpty)
        #expect(audit.report.coverage[0].checked == 6)
    }

    @Test("Differences of percentages are percentage points; headings such as '+/-' and '%' are understood")
    func changes() {
        let points = AuditOf(
            """
            Measure | 2019 | 2020 | +/-
            Homeless | 4.1% | 4.6% | 0.5
            Employed | 75.0% | 74.1% | 0.9
            Content | 81% | 79% | -2
            """)
        #expect(points.wrong == [["75.0%", "74.1%", "0.9"]])
        let growth = AuditOf(
            """
            Measure | 2018 | 2019 | Diff | %
            Burglary | 204 | 310 | 106 | 52.0
            Robbery | 320 | 298 | -22 | -9.6
            Theft | 410 | 450 | 40 | 9.8
            """)
        #expect(growth.wrong == [["-9.6"]])
        #expect(growth.errors.first?.cells.first?.proposed == "-6.9")
    }

    @Test("A change since a year that is not shown is not checked against the years that are shown")
    func changeSince() {
        let audit = AuditOf(
            """
            Area | 2018 | 2019 | Change since 2010
            Ash | 110 | 121 | 52
            Elm | 70 | 70 | 0
            Fir | 203 | 181 | -91
            Oak | 88 | 90 | 13
            """)
        #expect(audit.errors.isEmpty)
    }

    @Test("Changes on the month and on the year refer to two earlier figures that are not shown")
    func changesSinceTwoTimes() {
        let audit = AuditOf(
            """
            Area | Jobs | % change on month | % change on year
            Ash | 4110 | 0.4 | 2.1
            Elm | 3070 | -0.2 | 1.7
            Fir | 5203 | 1.1 | -0.9
            Total | 12383 | 0.6 | 0.7
            """)
        #expect(audit.errors.isEmpty)
    }

    @Test("The year to date must equal its only quarter, even when two errors hide each other")
    func yearToDate() {
        let audit = AuditOf(
            """
            Indicator | Baseline | Apr-Jun 18 | Apr-Jun 19 | Year to date
            Crime | 11902 | 2790 | 3088 | 3088
            Burglary | 741 | 187 | 195 | 159
            Cars | 629 | 201 | 188 | 188
            Shops | 1957 | 433 | 424 | 427
            Violence | 3701 | 766 | 951 | 951
            Repeats | 51 | 12 | 6 | 6
            """)
        #expect(audit.wrong == [["195", "159"], ["424", "427"]])
    }

    @Test("Two editions of one table, or tables of two years, need not agree")
    func editions() {
        func table(_ name: String, _ fife: String) -> AuditedTable {
            let cells = [
                ["Council", "Schools"], ["Angus", "61"], ["Bute", "44"], ["Fife", fife], ["Moray", "53"],
                ["Perth", "89"],
            ]
            return AuditedTable(PrintedTable(name: name, cells: cells))
        }
        #expect(!Auditor().audit([table("schools", "155"), table("schools-new", "153")]).hasErrors)
        #expect(!Auditor().audit([table("schools-2018", "155"), table("schools-2019", "153")]).hasErrors)
    }
}
