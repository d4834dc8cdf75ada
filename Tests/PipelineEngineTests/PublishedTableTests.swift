import Core
import Indicators
import PipelineDefinition
import Planning
import Records
import Testing

/// Whole definitions with tables as they are published, and with breaks in series.
@Suite struct PublishedTableTests {
    private static let lsoas = "lsoas: [Reference/cleveland-lsoa-2011.csv, Reference/cleveland-lsoa-2021.csv]"
    private static let lookup = """
        LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,LAD24CD,LAD24NM
        E01011949,Hartlepool 009A,E01011949,Hartlepool 009A,E06000001,Hartlepool
        E01011973,Hartlepool 001A,E01035188,Hartlepool 001G,E06000001,Hartlepool
        E01011976,Hartlepool 001D,E01035188,Hartlepool 001G,E06000001,Hartlepool
        E01012001,Middlesbrough 001A,E01012001,Middlesbrough 001A,E06000002,Middlesbrough
        E01012106,Redcar 001A,E01012106,Redcar 001A,E06000003,Redcar and Cleveland
        E01012187,Stockton 001A,E01012187,Stockton 001A,E06000004,Stockton-on-Tees
        E01000001,City of London 001A,E01000001,City of London 001A,E09000001,City of London
        """

    @Test("A lookup of the Office for National Statistics is known by its header; other districts are left out")
    func lookup() throws {
        let edits = [
            DefinitionFixture.Edit(Self.lsoas, "lsoas: Reference/lookup.csv"),
            .init("Reference/lookup.csv", nil, Self.lookup),
        ]
        try DefinitionFixture.with(edits) { path in
            let areas = try PlanCompiler.compile(path: path).areas
            #expect(areas.byLSOA.count == 7)
            for code in ["E01011973", "E01011976", "E01035188"] {
                #expect(areas.byLSOA[code].map { areas.areas[$0].name } == "Hartlepool")
            }
            #expect(areas.byLSOA["E01000001"] == nil)
        }
    }

    /// LSOAs of 2011 that were divided between two districts, as in the official file.
    private static let divided = """

        E01008187,Gateshead 024C,E01035637,Northumberland 041F,E06000001,Northumberland
        E01008187,Gateshead 024C,E01035624,Gateshead 024G,E06000002,Gateshead
        E01023508,East Hertfordshire 002D,E01035609,East Hertfordshire 002F,E07000242,East Hertfordshire
        E01023508,East Hertfordshire 002D,E01035582,Stevenage 012G,E06000003,Stevenage
        E01023964,Welwyn Hatfield 014C,E01035581,St Albans 013G,E07000240,St Albans
        E01023964,Welwyn Hatfield 014C,E01035608,Welwyn Hatfield 014F,E06000004,Welwyn Hatfield
        """

    @Test("A code that was divided counts for the district in its name, whichever of the districts are areas")
    func dividedLSOAs() throws {
        func edits(_ lookup: String) -> [DefinitionFixture.Edit] {
            [.init(Self.lsoas, "lsoas: Reference/lookup.csv"), .init("Reference/lookup.csv", nil, lookup)]
        }
        try DefinitionFixture.with(edits(Self.lookup + Self.divided)) { path in
            let areas = try PlanCompiler.compile(path: path).areas
            func area(_ code: String) -> String? { areas.byLSOA[code].map { areas.areas[$0].code } }
            // In turn: both districts are areas, only the other district is, and only the district in the code's name
            // is.
            #expect(area("E01008187") == "E06000002")
            #expect(area("E01023508") == nil)
            #expect(area("E01023964") == "E06000004")
            #expect(area("E01035637") == "E06000001")
            #expect(area("E01035582") == "E06000003")
        }
        let nameless = (Self.lookup + Self.divided).replacing("LSOA11NM", with: "note")
        let errors = try DefinitionFixture.errors(edits(nameless))
        #expect(errors.count == 4)
        #expect(
            errors.allSatisfy {
                $0.contains("was divided between districts; download the lookup that also has the names")
            },
            "\(errors)")
    }

    @Test("A lookup that lacks an area is an error, because the area's rows would be lost without a message")
    func lackingArea() throws {
        let errors = try DefinitionFixture.errors([
            .init(Self.lsoas, "lsoas: Reference/lookup.csv"),
            .init(
                "Reference/lookup.csv", nil,
                Self.lookup.split(separator: "\n").filter { !$0.contains("Stockton") }.joined(separator: "\n")),
        ])
        #expect(errors.count == 1)
        #expect(errors.first?.contains("no row of the tables under 'lsoas' is in 'E06000004'") == true)
    }

    private static let estimates = """
        "Population estimates - local authority based by single year of age"
        "ONS Crown Copyright Reserved [from Nomis on 1 May 2024]"

        "local authority: district / unitary (as of April 2023)","mnemonic","2018","2019"
        "Hartlepool","E06000001","93,242",93663
        "Middlesbrough","E06000002",140545,140980
        "Redcar and Cleveland","E06000003",136718,137150
        "Stockton-on-Tees","E06000004",197213,197348
        "Leeds","E08000035",789194,793139

        "Notes are here"
        """
    private static let denominators = "denominators: Reference/denominators-2011-census.csv"

    @Test("Nomis estimates are read with their titles and notes; each period uses the estimates of its year")
    func estimates() throws {
        let own = """
            denominators:
              - Reference/denominators-2011-census.csv
              - {table: Reference/nomis.csv, denominator: estimate, unit: residents, source: Mid-year estimates}
            """
        let edits = [
            DefinitionFixture.Edit(Self.denominators, own), .init("Reference/nomis.csv", nil, Self.estimates),
        ]
        try DefinitionFixture.with(edits) { path in
            let plan = try PlanCompiler.compile(path: path)
            func estimate(_ month: String) throws -> Denominators.Denominator {
                let month = try #require(Month(month))
                return try #require(
                    plan.denominators.denominator("estimate", for: Period(first: month, last: month)))
            }
            #expect(try estimate("2018-04").title == "residents, 2018")
            #expect(try estimate("2018-04").values[plan.homeArea] == 93_242)
            #expect(try estimate("2020-03").title == "residents, 2019")
            // The sum of the four areas.
            #expect(try estimate("2019-04").values[try #require(plan.totalArea)] == 569_141)
        }
    }

    @Test("A table without a Nomis header is an error, and so is a text in place of a number")
    func wrongEstimates() throws {
        func errors(_ text: String) throws -> [String] {
            try DefinitionFixture.errors([
                .init(
                    Self.denominators,
                    """
                    denominators:
                      - Reference/denominators-2011-census.csv
                      - {table: Reference/nomis.csv, denominator: estimate, unit: residents, source: Estimates}
                    """), .init("Reference/nomis.csv", nil, text),
            ])
        }
        #expect(try errors("a,b\n1,2\n").first?.contains("has no Nomis header") == true)
        #expect(
            try errors(Self.estimates.replacing("93663", with: "many"))
                == ["Reference/nomis.csv:5:35: expected a positive whole number, found 'many'"])
        let row = try #require(Self.estimates.split(separator: "\n").first { $0.contains("93663") })
        #expect(
            try errors(Self.estimates.replacing(row, with: "\(row)\n\(row)")).first?.contains(
                "twice; download one block")
                == true)
        #expect(
            try errors(Self.estimates.replacing("93663", with: "\(Int.max)")).contains {
                $0.contains("too large to be added up")
            })
    }

    @Test("A table with several years needs a rule for the year, which is one of three rules")
    func rules() throws {
        let row = "\nhouseholds,E06000001,41000,2021,households,Census 2021\n"
        let added = DefinitionFixture.Edit(
            "Reference/denominators-2011-census.csv", "\nhouseholds,E06000001,", row + "households,E06000001,")
        #expect(
            try DefinitionFixture.errors([added]).contains {
                $0.contains("'households of E06000001' is defined twice")
            })
        let table = "denominators: {table: Reference/denominators-2011-census.csv, year: nearest-before}"
        #expect(try DefinitionFixture.errors([added, .init(Self.denominators, table)]) == [])
        let wrong = table.replacing("nearest-before", with: "nearest")
        #expect(
            try DefinitionFixture.errors([.init(Self.denominators, wrong)]).first?
                .contains("expected period, nearest-before or a year such as 2021, found 'nearest'") == true)
    }

    @Test("A break names a source, groups and areas that exist")
    func breaks() throws {
        let sound =
            "breaks: [{id: sheds, source: crime, groups: [residential-burglary], areas: [E06000002], from: 2017-04, note: Sheds count.}]"
        func edit(_ old: String, _ new: String) -> [DefinitionFixture.Edit] {
            [.init("small-base: 20", sound.replacing(old, with: new) + "\nsmall-base: 20")]
        }
        for (old, new, problem) in [
            ("residential-burglary", "burglry", "unknown group of offences 'burglry'"),
            ("source: crime", "source: crimes", "unknown source 'crimes'"),
            ("E06000002", "E06000009", "unknown area 'E06000009'"),
        ] {
            let errors = try DefinitionFixture.errors(edit(old, new))
            #expect(errors.first?.contains(problem) == true, "\(errors)")
        }
        try DefinitionFixture.with(edit("", "")) { path in
            let plan = try PlanCompiler.compile(path: path)
            let found = try #require(plan.breaks.first)
            #expect(plan.breaks.count == 1)
            #expect((found.source, found.from, found.note) == ("crime", Month(year: 2017, month: 4), "Sheds count."))
            #expect(found.categories?.isEmpty == false)
            #expect(found.areas?.map { plan.areas.areas[$0].code } == ["E06000002"])
        }
    }
}
