import Core
import Indicators
import PipelineDefinition
import Planning
import Records
import Testing

/// Tables as they are published, and breaks, in a whole definition.
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

    @Test("A lookup that lacks an area is a mistake: its rows would be lost without a word")
    func lackingArea() throws {
        let errors = try DefinitionFixture.errors([
            .init(Self.lsoas, "lsoas: Reference/lookup.csv"),
            .init(
                "Reference/lookup.csv", nil,
                Self.lookup.split(separator: "\n").filter { !$0.contains("Stockton") }.joined(separator: "\n")),
        ])
        #expect(errors.count == 1)
        #expect(errors.first?.contains("no row of the tables under 'lsoas' lies in 'E06000004'") == true)
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

    @Test("Estimates of Nomis are read with their titles and notes; each period has those of its year")
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
            // The sum of the four.
            #expect(try estimate("2019-04").values[try #require(plan.totalArea)] == 569_141)
        }
    }

    @Test("A table that has no header of Nomis is a mistake, and so is a number that is none")
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
        #expect(try errors("a,b\n1,2\n").first?.contains("has no header of Nomis") == true)
        #expect(
            try errors(Self.estimates.replacing("93663", with: "many"))
                == ["Reference/nomis.csv:5:1: expected a positive whole number, found 'many'"])
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

    @Test("Several years of a table need a rule, and the rule is one of three")
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

    @Test("A break names a source, groups and areas that there are")
    func breaks() throws {
        let text = "breaks: [{id: sheds, source: crime, groups: [burglry], from: 2017-04, note: Sheds count.}]\n"
        #expect(
            try DefinitionFixture.errors([.init("small-base: 20", text + "small-base: 20")]).first?
                .contains("unknown group of offences 'burglry'") == true)
        let sound = text.replacing("burglry", with: "residential-burglary")
        try DefinitionFixture.with([.init("small-base: 20", sound + "small-base: 20")]) { path in
            _ = try PlanCompiler.compile(path: path)
        }
    }
}
