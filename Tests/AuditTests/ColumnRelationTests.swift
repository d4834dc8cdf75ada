import Audit
import TestSupport
import Testing

@Suite("Relations between columns")
struct ColumnRelationTests {
    @Test("A total and its error are found even when another column is not part of the total")
    func totalBesideOthers() {
        let audit = AuditOf(
            """
            Year | All homes | Owned | Rented | Other | Per street
            2011 | 150 | 70 | 60 | 20 | 4.1
            2012 | 168 | 81 | 64 | 23 | 4.6
            2013 | 189 | 90 | 77 | 22 | 5.0
            2014 | 207 | 99 | 85 | 32 | 5.3
            2015 | 230 | 106 | 93 | 31 | 6.1
            """)
        #expect(audit.wrong == [["207", "99", "85", "32"]])
    }

    @Test("Codes and ranks are not in any relation")
    func codes() {
        let audit = AuditOf(
            """
            Rank | Town | Code | Total | Day | Night
            1 | Ash | 311 | 311 | 200 | 111
            2 | Elm | 502 | 402 | 281 | 121
            3 | Fir | 603 | 353 | 262 | 101
            4 | Oak | 704 | 434 | 303 | 131
            """)
        #expect(audit.errors.map(\.rule) == [.oneOfSeveral])
        #expect(audit.wrong == [["353", "262", "101"]])
        #expect(audit.report.coverage[0].figures == 12)
    }

    @Test("A quotient of two columns is found under any heading")
    func quotients() {
        var cells = [["Ward", "Visits", "Desks", "Each", "Busy", "Busy part"]]
        for (index, (visits, desks)) in [(3_120, 7), (4_411, 12), (2_093, 5), (5_877, 9), (1_310, 3), (6_402, 11)]
            .enumerated()
        {
            let busy = visits * (index + 2) / 9
            cells.append([
                "W\(index)", "\(visits)", "\(desks)", tenths(visits * 10, desks), "\(busy)",
                tenths(busy * 1_000, visits) + "%",
            ])
        }
        #expect(AuditOf(cells).errors.isEmpty)
        cells[3][3] = "481.6"
        cells[4][5] = "95.5%"
        #expect(AuditOf(cells).errors.map(\.cells.count).max() == 2)
        #expect(Set(AuditOf(cells).wrong.joined()).isSuperset(of: ["481.6", "95.5%"]))
    }

    @Test("Shares of a whole that is not printed agree about the whole")
    func proportions() {
        let counts = [412, 95, 1_204, 33, 280, 761, 54, 610]
        var cells = [["Country", "Cases", "Percent"]]
        for (index, count) in counts.enumerated() {
            cells.append(["C\(index)", "\(count)", tenths(count * 1_000, 9_173) + "%"])
        }
        #expect(AuditOf(cells).errors.isEmpty)
        cells[3][2] = "31.1%"
        let audit = AuditOf(cells)
        #expect(audit.errors.count == 1)
        #expect(audit.wrong.first?.contains("31.1%") == true)
    }

    @Test("Figures that were rounded before they were added are not errors, and a note says so")
    func rounding() {
        var generator = SeededGenerator(seed: 4)
        var cells = [["Year", "In work", "Out of work", "Labour force"]]
        for year in 2001...2020 {
            let (a, b) = (
                Int.random(in: 20_000_000...30_000_000, using: &generator),
                Int.random(in: 900_000...2_000_000, using: &generator)
            )
            cells.append(["\(year)", "\((a + 500) / 1_000)", "\((b + 500) / 1_000)", "\((a + b + 500) / 1_000)"])
        }
        let audit = AuditOf(cells)
        #expect(audit.errors.isEmpty)
        #expect(audit.rules(.note) == [.rounding])
        cells[7][2] = "\((Int(cells[7][2]) ?? 0) + 90)"
        #expect(AuditOf(cells).wrong.first?.contains(cells[7][2]) == true)
    }

    @Test("When a series is added up differently from some year on, the later years have no errors, but a note")
    func seriesThatEnds() {
        var cells = [["Year", "Total", "North", "South"]]
        for year in 0..<40 {
            let (a, b) = (310 + 17 * year, 905 - 11 * year + year * year)
            cells.append(["\(1_980 + year)", "\(a + b + (year >= 28 ? 9 + year : 0))", "\(a)", "\(b)"])
        }
        #expect(AuditOf(cells).errors.isEmpty)
        cells[5][2] = "391"
        #expect(AuditOf(cells).wrong == [["1255", "391", "877"]])
    }

    @Test("An empty cell counts as zero when the totals show that it is")
    func blanks() {
        var cells = [["Club", "Total", "A", "B", "C"]]
        for club in 0..<14 {
            let parts = [11 + 7 * club, club % 3 == 0 ? 0 : 30 - club, club % 4 == 1 ? 0 : 5 * club + 2]
            cells.append(["Club \(club)", "\(parts.reduce(0, +))"] + parts.map { $0 == 0 ? "" : "\($0)" })
        }
        #expect(AuditOf(cells).errors.isEmpty)
        cells[4][1] = "99"
        #expect(AuditOf(cells).wrong.first?.contains("99") == true)
    }

    @Test("Budget less actual is as right as actual less budget, provided that the whole column uses one of them")
    func signs() {
        let lines = """
            Service | Budget | Actual | Variance | Variance %
            Roads | 1300 | 1365 | -65 | -5.0%
            Parks | 2400 | 2280 | 120 | 5.0%
            Pools | 640 | 640 | 0 | 0.0%
            Halls | 900 | 936 | -36 | -4.0%
            """
        #expect(AuditOf(lines).errors.isEmpty)
        let audit = AuditOf(lines.replacing("-4.0%", with: "4.0%"))
        #expect(audit.errors.map(\.rule) == [.wrongSign])
        #expect(audit.errors.first?.cells.first?.proposed == "-4.0%")
    }

    @Test("When rows add up to 100 in the other columns, a column in which they do not has an error")
    func wholes() {
        let lines = """
            How | Leeds | York | Hull | Bath
            By car | 61.4 | 48.2 | 70.3 | 55
            By bus | 22.5 | 19.9 | 14.6 | 21.7
            On foot | 9 | 21.3 | 8.2 | 17.8
            Other | 7.1 | 10.6 | 6.9 | 5.5
            """
        #expect(AuditOf(lines).errors.isEmpty)
        #expect(AuditOf(lines.replacing("19.9", with: "16.9")).wrong == [["48.2", "16.9", "21.3", "10.6"]])
    }

    /// Returns the quotient in tenths, rounded half up.
    private func tenths(_ numerator: Int, _ denominator: Int) -> String {
        let tenths = (2 * numerator + denominator) / (2 * denominator)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
