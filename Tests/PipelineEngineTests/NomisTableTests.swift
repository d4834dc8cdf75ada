import FoundationEssentials
import Indicators
import PipelineDefinition
import Planning
import Records
import Testing

/// Nomis tables that count only a part of the population, or are written in another form.
@Suite struct NomisTableTests {
    private static let areas = [
        ("Hartlepool", "E06000001", 93_663), ("Middlesbrough", "E06000002", 140_980),
        ("Redcar and Cleveland", "E06000003", 137_150), ("Stockton-on-Tees", "E06000004", 197_348),
    ]

    /// Returns a table with one row for each area below the column of a year, after lines of titles.
    private static func years(_ titles: String..., header: String = "\"area\",\"mnemonic\",\"2019\"") -> String {
        (titles + [header] + areas.map { "\"\($0)\",\"\($1)\",\($2)" }).map { $0 + "\n" }.joined()
    }

    /// Returns a table with one row for each area and date, with sex and age.
    private static func dates(_ sex: String = "Total", _ age: String = "All Ages") -> String {
        "DATE,GEOGRAPHY_CODE,GENDER,GENDER_NAME,C_AGE_NAME,OBS_VALUE\n"
            + areas.map { "2019,\($1),3,\(sex),\(age),\($2)\n" }.joined()
    }

    /// Returns the edits that take both denominators of the definition from a Nomis table.
    private static func edits(_ table: String, _ more: String = "") -> [DefinitionFixture.Edit] {
        let items = ["households", "household-residents"].map {
            "\n  - {table: Reference/nomis.csv, denominator: \($0), unit: residents, source: Estimates\(more)}"
        }
        return [
            .init("denominators: Reference/denominators-2011-census.csv", "denominators:" + items.joined()),
            .init("Reference/nomis.csv", nil, table),
        ]
    }

    private static func errors(_ table: String, _ more: String = "") throws -> [String] {
        try DefinitionFixture.errors(edits(table, more))
    }

    private static func problem(_ place: String, _ name: String, _ value: String) -> String {
        "Reference/nomis.csv:\(place): '\(name)' is '\(value)', so the table counts only a part of the population. Download "
            + "the total of all ages and both sexes, or name the part beside 'denominator', such as 'population: \(value)'"
    }

    @Test("A table of one sex or of some ages is an error at the words that say so, and no other error follows")
    func parts() throws {
        #expect(
            try Self.errors(Self.years("\"age\",\"Aged 16 to 64\"", "\"sex\",\"Male\"")) == [
                Self.problem("1:7", "age", "Aged 16 to 64"), Self.problem("2:7", "sex", "Male"),
            ])
        #expect(try Self.errors(Self.years("\"Age: All aged 16+\"")) == [Self.problem("1:1", "Age", "All aged 16+")])
        #expect(try Self.errors(Self.dates("Male")) == [Self.problem("2:18", "GENDER_NAME", "Male")])
        #expect(try Self.errors(Self.dates("All males")) == [Self.problem("2:18", "GENDER_NAME", "All males")])
        #expect(
            try Self.errors(Self.dates("Total", "Aged 16 to 64")) == [
                Self.problem("2:24", "C_AGE_NAME", "Aged 16 to 64")
            ])
        let numbers = Self.dates().replacing("GENDER_NAME", with: "GENDER_TYPE")
        #expect(try Self.errors(numbers) == [Self.problem("2:16", "GENDER", "3")])
        #expect(try Self.errors(numbers.replacing(",3,", with: ",0,")) == [])
    }

    @Test(
        "A table of the whole population is not an error, whatever its words",
        arguments: ["Total", "Persons", "Males and females", "All people"])
    func wholes(sex: String) throws {
        #expect(
            try Self.errors(Self.years("Estimates by single year of age,", "\"sex\",\"\(sex)\"", "age,All Ages")) == [])
        #expect(try Self.errors(Self.dates(sex, "All categories: Age")) == [])
        #expect(try Self.errors(Self.dates(sex, "All usual residents")) == [])
    }

    @Test("When the definition names the part, the table is read, and rates name the part")
    func named() throws {
        try DefinitionFixture.with(Self.edits(Self.dates("Male"), ", population: men")) { path in
            let plan = try PlanCompiler.compile(path: path)
            #expect(plan.denominators.newest("households")?.title == "residents (men), 2019")
            #expect(plan.denominators.newest("households")?.values[plan.homeArea] == 93_663)
            #expect(plan.warnings.isEmpty)
        }
    }

    @Test("Semicolons, tabs, blanks, small letters and zero decimals are read as intended")
    func forms() throws {
        func home(_ text: String) throws -> Int? {
            try DefinitionFixture.with(Self.edits(text)) { path in
                let plan = try PlanCompiler.compile(path: path)
                return plan.denominators.newest("households")?.values[plan.homeArea]
            }
        }
        let table = Self.years("\"sex\",\"Total\"")
        for delimiter in [";", "\t"] { #expect(try home(table.replacing(",", with: delimiter)) == 93_663) }
        #expect(try home(table.replacing("\"E06000001\"", with: "\" e06000001 \"")) == 93_663)
        #expect(try home(Self.dates().replacing("E06000001", with: "e06000001 ")) == 93_663)
        #expect(try home(table.replacing("93663", with: "93663.0")) == 93_663)
        #expect(
            try Self.errors(table.replacing("93663", with: "93.000"))
                == ["Reference/nomis.csv:3:26: expected a positive whole number, found '93.000'"])
    }

    @Test("UTF-16 with a byte-order mark is read", arguments: [false, true])
    func utf16(isBigEndian: Bool) throws {
        let units = ("\u{FEFF}" + Self.years()).utf16
        let bytes = units.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBigEndian ? [high, low] : [low, high]
        }
        try DefinitionFixture.with(Self.edits("")) { path in
            let table = String(path.dropLast("shp-performance.yaml".count)) + "Reference/nomis.csv"
            try Data(bytes).write(to: URL(fileURLWithPath: table))
            let plan = try PlanCompiler.compile(path: path)
            #expect(plan.denominators.newest("households")?.values[plan.homeArea] == 93_663)
            try Data(bytes.dropLast()).write(to: URL(fileURLWithPath: table))
            do throws(DefinitionErrors) {
                _ = try PlanCompiler.compile(path: path)
                Issue.record("half of a unit was read")
            } catch {
                #expect(
                    error.errors.allSatisfy { $0.message.contains("expected UTF-16") }, "\(error)")
            }
        }
    }

    @Test("A table without a header or without a year gives one error and no further errors")
    func headers() throws {
        let none = try Self.errors("a,b\n1,2\n")
        #expect(
            none.count == 2 && none.allSatisfy { $0.contains("'Reference/nomis.csv' has no Nomis header") },
            "\(none)")
        let total = Self.years("\"date\",\"2019\"", header: "\"area\",\"mnemonic\",\"Total\"")
        #expect(
            try Self.errors(total) == [
                "Reference/nomis.csv:2:8: no column of 'Reference/nomis.csv' is headed by a year, such as 2025. Download it with "
                    + "the years as columns"
            ])
        #expect(
            try Self.errors(Self.dates().replacing("2019,", with: "latest,"))
                == ["Reference/nomis.csv:2:1: expected a year such as 2025, found 'latest'"])
        let others = try Self.errors(Self.years().replacing("E0600", with: "E0700"))
        #expect(others.allSatisfy { $0.contains("has the code of one of the areas") } && !others.isEmpty, "\(others)")
        let blanks = try Self.errors(Self.areas.reduce(Self.years()) { $0.replacing("\($1.2)", with: "-") })
        #expect(blanks.allSatisfy { $0.contains("has rows of the areas, but no numbers for them") } && !blanks.isEmpty)
    }

    @Test(
        "An area without a row is a warning, unless its row says that there is no number; a total follows from its parts"
    )
    func warnings() throws {
        func warnings(_ text: String) throws -> [String] {
            try DefinitionFixture.with(Self.edits(text)) { path in
                try PlanCompiler.compile(path: path).warnings.map(\.message)
            }
        }
        let row = "\"Middlesbrough\",\"E06000002\",140980\n"
        let lacking = try warnings(Self.years().replacing(row, with: ""))
        #expect(lacking.count == 2)
        #expect(
            lacking.first?.hasPrefix(
                "there is no number of 'household-residents' in 2019 for Middlesbrough (E06000002), so rates are [x]"
            )
                == true, "\(lacking)")
        #expect(try warnings(Self.years().replacing("140980", with: "-")) == [])
        #expect(try warnings(Self.years()) == [])
    }

    @Test("A year that the table lacks is an error at its place in the definition")
    func lackingYear() throws {
        let found = try Self.errors(Self.years(), ", year: 2052")
        #expect(found.count == 2)
        #expect(
            found.allSatisfy {
                $0.contains("in 2052, so every rate would be [x]") && $0.hasSuffix("or use one of the years 2019")
            }, "\(found)")
        #expect(
            found.first?.hasPrefix("shp-performance.yaml:40:101: no area has a number of 'households'") == true,
            "\(found)")
        #expect(try Self.errors(Self.years(), ", year: 2019") == [])
    }
}
