import Audit
import Testing

@Suite("Relations between rows")
struct RowRelationTests {
    private let regions = """
        Area | 2016 | 2017
        Alder | 40213 | 39418
        Birch | 31077 | 30355
        Cedar | 69120 | 68902
        Upper Region | 140410 | 138675
        Doune | 57304 | 56218
        Esk | 22987 | 23164
        Forth | 95440 | 92008
        Lower Region | 175731 | 171390
        SCOTLAND | 316141 | 310065
        """

    @Test("A region after its parts and a country after its regions are recognised as sums, without the word 'total'")
    func nested() {
        #expect(AuditOf(regions).errors.isEmpty)
        #expect(AuditOf(regions).report.relations == 6)
        #expect(AuditOf(regions.replacing("56218", with: "56128")).wrong == [["56128", "23164", "92008"]])
        // The sums of the region and of the country both fail because of this one figure.
        #expect(AuditOf(regions.replacing("171390", with: "171930")).wrong == [["171930"]])
    }

    @Test("An error in one column does not prevent the sum from being found in the other column")
    func oneColumn() {
        let audit = AuditOf(regions.replacing("57304", with: "57340").replacing("92008", with: "92080"))
        #expect(audit.wrong == [["57340", "22987", "95440"], ["56218", "23164", "92080"]])
    }

    @Test("The totals of rates and means are not sums")
    func means() {
        let audit = AuditOf(
            """
            Ward | Men | Women | Mean age | Share of flats
            Ash | 310 | 322 | 41.7 | 30
            Elm | 287 | 265 | 38.9 | 45
            Fir | 190 | 204 | 44.1 | 25
            Total | 787 | 791 | 41.4 | 33
            """)
        #expect(audit.errors.isEmpty)
        #expect(audit.report.coverage[0].checked == 8)
    }

    @Test("A total over more than the rows shown, or over persons who are in several rows, gives a note")
    func totalsOfMore() {
        for label in ["Total (all languages)", "Total (individuals)", "Total"] {
            let audit = AuditOf([
                ["Language", "Speakers"], ["Polish", "913"], ["Urdu", "820"], ["Welsh", "535"], [label, "4170"],
            ])
            #expect(audit.errors.isEmpty)
            #expect(audit.rules(.note) == [.totalOfMore])
        }
    }

    @Test("'All ages' is a total; 'All other offences' is not")
    func allOfThem() {
        let ages = AuditOf(
            """
            Age | 2018 | 2019
            Under 16 | 1311 | 1290
            16 to 64 | 5427 | 5466
            65 and over | 1602 | 1655
            All ages | 8340 | 8141
            """)
        #expect(ages.wrong == [["1290", "5466", "1655", "8141"]])
        let offences = AuditOf(
            """
            Offence | 2018 | 2019
            Arson | 11 | 12
            Fraud | 54 | 61
            All other offences | 302 | 299
            """)
        #expect(offences.errors.isEmpty)
    }

    @Test("Rows that add up in some columns by chance are no error: wards, three years, means of 3 to 60")
    func chance() {
        #if DEBUG
            let tables = 200
        #else
            let tables = 1_000
        #endif
        for seed in 1...tables { #expect(AuditOf(ChanceTable(seed: UInt64(seed)).cells).errors.isEmpty) }
    }

    @Test("A table that repeats its labels for each area is audited for each area, and across the areas")
    func long() {
        var cells = [["Area", "Offence", "Crimes"]]
        let counts = [[(25, 15), (60, 31)], [(31, 22), (74, 40)], [(47, 19), (58, 27)]]
        for (name, own) in zip(["North", "South", "West"], counts) + [("County", Self.sum(counts))] {
            let (violence, theft) = (own[0].0 + own[0].1, own[1].0 + own[1].1)
            cells += [
                [name, "Violence", "\(violence)"], [name, "Assault", "\(own[0].0)"], [name, "Stalking", "\(own[0].1)"],
                [name, "Theft", "\(theft)"], [name, "Shops", "\(own[1].0)"], [name, "Cars", "\(own[1].1)"],
                [name, "Total", "\(violence + theft)"],
            ]
        }
        #expect(AuditOf(cells).errors.isEmpty)
        // Assault in the South is a part of violence in the South, and of assault in the county.
        cells[9][2] = "13"
        #expect(AuditOf(cells).wrong == [["13"]])
        #expect(AuditOf(cells).errors.first?.cells.first?.proposed == "31")
    }

    private static func sum(_ counts: [[(Int, Int)]]) -> [(Int, Int)] {
        (0..<2).map { kind in counts.reduce((0, 0)) { ($0.0 + $1[kind].0, $0.1 + $1[kind].1) } }
    }
}

private func + (a: Zip2Sequence<[String], [[(Int, Int)]]>, b: [(String, [(Int, Int)])]) -> [(String, [(Int, Int)])] {
    a.map { ($0, $1) } + b
}
