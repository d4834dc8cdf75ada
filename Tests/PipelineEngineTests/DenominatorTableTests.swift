import Core
import Indicators
import PipelineDefinition
import Planning
import Records
import Testing

/// Tables of denominators that contradict themselves or one another, which would make rates wrong without a warning.
@Suite struct DenominatorTableTests {
    private static let own = "Reference/denominators-2011-census.csv"
    private static let estimates = """
        "local authority: district / unitary","mnemonic","2018","2019"
        "Hartlepool","E06000001",93242,93663
        "Middlesbrough","E06000002",140545,140980
        "Redcar and Cleveland","E06000003",136718,137150
        "Stockton-on-Tees","E06000004",197213,197348

        """

    /// Returns the edits that make a definition read its own table and Nomis tables.
    private static func edits(_ tables: String..., files: [String: String] = [:]) -> [DefinitionFixture.Edit] {
        let list = tables.map { "\n  - \($0)" }.joined()
        let made = files.merging(["Reference/nomis.csv": estimates]) { given, _ in given }
        return [.init("denominators: \(own)", "denominators:\n  - \(own)" + list)]
            + made.sorted { $0.key < $1.key }.map { .init($0.key, nil, $0.value) }
    }

    private static func nomis(_ name: String = "estimate", file: String = "nomis", _ more: String = "") -> String {
        "{table: Reference/\(file).csv, denominator: \(name), unit: residents, source: Estimates\(more)}"
    }

    @Test("Two Nomis tables with the same name must not give an area two numbers for a year")
    func twice() throws {
        let errors = try DefinitionFixture.errors(
            Self.edits(
                Self.nomis(), Self.nomis(file: "again"),
                files: ["Reference/again.csv": Self.estimates.replacing("93242", with: "93000")]))
        #expect(errors.count == 1)
        #expect(errors.first?.contains("the denominator 'estimate of E06000001, 2018' is defined twice") == true)
        let place = errors.first?.split(separator: ":").first
        #expect(place == "shp-performance.yaml")
        // Numbers of the same name for other years are not a contradiction.
        let later = Self.estimates.replacing("\"2018\",\"2019\"", with: "\"2020\",\"2021\"")
        #expect(
            try DefinitionFixture.errors(
                Self.edits(Self.nomis(), Self.nomis(file: "later"), files: ["Reference/later.csv": later])) == [])
    }

    @Test("A name in two tables must have the same rule for the year, in either order")
    func rules() throws {
        let problem =
            "'households' is in two tables with different rules for the year: write the same 'year' for both, or rename one"
        func own(_ year: String) -> String { "{table: Reference/more.csv\(year)}" }
        let header = "denominator,area,value,vintage,unit,source\n"
        let more = ["Reference/more.csv": header + "households,E06000001,41000,2018,households,Council\n"]
        let unruled = try DefinitionFixture.errors(Self.edits(Self.nomis("households")))
        #expect(
            unruled.contains {
                $0.hasSuffix(
                    "'households' is in two tables but only one of them has a number for each year: write the same 'year' for both, "
                        + "such as nearest-before, or rename one")
            }, "\(unruled)")
        let half = try DefinitionFixture.errors(Self.edits(Self.nomis("households", ", year: 2018")))
        #expect(half.contains { $0.hasSuffix(problem) }, "\(half)")
        let other = try DefinitionFixture.errors(
            Self.edits(Self.nomis("estimate", ", year: period"), own(", year: 2018"), files: more))
        #expect(other.contains { $0.hasSuffix(problem) }, "\(other)")
        // The same rule in both tables is not a contradiction.
        let fire = ["Reference/more.csv": header + "estimate,E06000001,92000,2017,residents,Council\n"]
        let same = Self.edits(Self.nomis("estimate", ", year: period"), own(", year: period"), files: fire)
        #expect(try DefinitionFixture.errors(same) == [])
        try DefinitionFixture.with(same) { path in
            let plan = try PlanCompiler.compile(path: path)
            let month = Month(year: 2017, month: 4)
            let early = plan.denominators.denominator("estimate", for: Period(first: month, last: month))
            #expect(early?.values[plan.homeArea] == 92_000)
        }
    }

    @Test("A denominator without 'year' has one unit and one year, because rates print the same for all areas")
    func titles() throws {
        func errors(_ new: String) throws -> [String] {
            try DefinitionFixture.errors([.init(Self.own, "households,E06000002,57203,2011,households", new)])
        }
        #expect(
            try errors("households,E06000002,57203,2021,households").contains(
                "\(Self.own):8:28: 'households' has numbers of 'households, 2011' and of 'households, 2021': "
                    + "write one unit and year, or add 'year' to the table's definition"))
        #expect(
            try errors("households,E06000002,57203,2011,dwellings").contains {
                $0.contains("'households, 2011' and of 'dwellings, 2011'")
            })
    }

    @Test("An area with a number from another publisher is printed with that publisher")
    func sources() throws {
        try DefinitionFixture.with([]) { path in
            let plan = try PlanCompiler.compile(path: path)
            let month = Month(year: 2019, month: 4)
            let households = try #require(
                plan.denominators.denominator("households", for: Period(first: month, last: month)))
            #expect(households.source(of: plan.homeArea) == "Census 2011: households (to be confirmed)")
            #expect(plan.totalArea.map(households.source) == "sum of the four authorities")
        }
    }

    @Test("The source of a table names the publishers of its denominators when the placeholder is there")
    func placeholder() throws {
        let written = "source: Recorded crime, Cleveland Police; Census 2011"
        let asked = "source: \"Recorded crime; {denominator-source}\""
        try DefinitionFixture.with([.init(written, asked)]) { path in
            let plan = try PlanCompiler.compile(path: path)
            let table = try #require(plan.tables.first { $0.source.contains("{denominator-source}") })
            let quarter = try #require(FinancialQuarter("2019-20-Q1"))
            #expect(
                plan.layout(table, for: quarter).source
                    == "Recorded crime; Census 2011: residents living in households; Census 2011: households (to be confirmed); "
                    + "fitted to the published rates; with the other part 270,085 (Census 2011); sum of the four authorities"
            )
        }
        let elsewhere = try DefinitionFixture.errors([.init(written, "source: \"{denominator}-{denominator-sauce}\"")])
        #expect(elsewhere.first?.contains("did you mean 'denominator-source'?") == true, "\(elsewhere)")
        let local = "source: Recorded crime, Cleveland Police\n"
        let errors = try DefinitionFixture.errors([
            .init(local, "source: \"Recorded crime; {denominator-source}\"\n")
        ])
        #expect(
            errors.first?.contains("the table has no column with 'measure: rate': remove the placeholder") == true,
            "\(errors)")
    }

    @Test("A quote that is never closed is an error, because the rows after it would become part of the value")
    func quotes() throws {
        let errors = try DefinitionFixture.errors(
            Self.edits(
                Self.nomis(),
                files: [
                    "Reference/nomis.csv": Self.estimates.replacing("\"Redcar and Cleveland\"", with: "\"Redcar")
                ]))
        #expect(
            errors.contains {
                $0.hasPrefix("Reference/nomis.csv:4:1: expected CSV, found 'a quote that does not belong")
            }, "\(errors)")
    }
}
