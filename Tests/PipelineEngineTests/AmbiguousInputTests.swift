import FoundationEssentials
import Intake
import PipelineEngine
import Planning
import Testing

/// Files that could belong to two sources, and areas inside one another.
@Suite("One file for one source, one place for one area")
struct AmbiguousInputTests {
    private typealias Fixture = DefinitionFixture
    private typealias Edit = DefinitionFixture.Edit

    @Test(
        "Patterns of two sources that name the same files",
        arguments: ["crime/*.csv", "crime/2019*.csv", "crime/*", "*/*.csv", "crime/*_*.csv"])
    func patterns(pattern: String) throws {
        let found = try Fixture.errors([Edit("files: [\"asb/*.csv\"]", "files: [\"asb/*.csv\", \"\(pattern)\"]")])
        let place = try Fixture.place(of: "\"asb/*.csv\"").shifted(by: "\"asb/*.csv\", ".count)
        #expect(
            found.first
                == place
                + ": '\(pattern)' names files that 'crime/*.csv' of the source 'crime' names too: change one, so that "
                + "each file belongs to one source")
    }

    @Test("Overlapping patterns that only some names fit are not an error until such a file is there")
    func otherPatterns() throws {
        #expect(try Fixture.errors([Edit("files: [\"asb/*.csv\"]", "files: [\"*/*-asb.csv\"]")]) == [])
        #expect(try Fixture.errors([Edit("files: [\"asb/*.csv\"]", "files: [\"*.csv\"]")]) == [])
    }

    @Test("Two sources that recognise their files by the header of the same schema")
    func sharedSchema() throws {
        let found = try Fixture.errors([
            Edit("    files: [\"treatment/*.csv\"]\n", ""),
            Edit(
                "  returns:\n",
                "  more:\n    schema: Schemas/treatment-episodes.yaml\n  returns:\n"),
        ])
        let line = try #require(Int(Fixture.place(of: "  returns:").split(separator: ":")[1]))
        // One line was removed above, and the schema is in the second of the new lines.
        #expect(
            found == [
                "shp-performance.yaml:\(line):13: the source 'treatment' also has the schema 'Schemas/treatment-episodes.yaml': "
                    + "use 'files' to say which files belong to which source"
            ])
    }

    @Test("A file that fits the patterns of two sources is refused by run and by validate, and both sources are named")
    func landingFolder() async throws {
        let edits = [Edit("files: [\"asb/*.csv\"]", "files: [\"*/*-both.csv\"]")]
        let (extractError, problems) = try await Self.refused(edits, file: "crime/x-both.csv")
        #expect(
            extractError
                == "crime/x-both.csv: the 'files' of the sources 'crime' and 'asb' all name it; change the patterns so that "
                + "only one source names it")
        #expect(problems == ["named-by-several-sources"])
    }

    private static func refused(_ edits: [Edit], file: String) async throws -> (String, [String]) {
        let landing = FileManager.default.temporaryDirectory.path + "/shp-both-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: landing) }
        try FileManager.default.createDirectory(atPath: landing + "/crime", withIntermediateDirectories: true)
        try "a,b\n1,2\n".write(toFile: landing + "/" + file, atomically: true, encoding: .utf8)
        let plan = try DefinitionFixture.with(edits) { try PlanCompiler.compile(path: $0) }
        let report = await ExtractValidation(.plan(plan), threads: 1).reports(of: [landing + "/" + file]).first
        do {
            _ = try await PipelineRun(plan: plan, input: landing, quarter: nil, threads: 1).evaluate()
            return ("published", report?.problems.map(\.rule) ?? [])
        } catch let failure as RunFailure { return (failure.description, report?.problems.map(\.rule) ?? []) }
    }

    @Test("An area inside another area with figures, and an area that is named twice")
    func nesting() throws {
        let areas = "Reference/cleveland-areas.csv"
        let inner = "E06000003,Redcar and Cleveland,Redcar,E22000028,Redcar and Cleveland,E23000013"
        #expect(
            try Fixture.errors([
                Edit(areas, inner, inner.replacing("E23000013", with: "E06000002"))
            ]) == [
                try Fixture.place(of: "E06000003, E06000002")
                    + ": 'E06000003' is in 'E06000002' according to the column 'parent', but the definition names both: name only "
                    + "one of the two"
            ])
        // The home area lies two levels inside a peer.
        #expect(
            try Fixture.errors([
                Edit(
                    areas, "E06000001,Hartlepool,Hartlepool,E22000027,Hartlepool,E23000013",
                    "E06000001,Hartlepool,Hartlepool,E22000027,Hartlepool,E99000001"),
                Edit(areas, "E06000002,", "E99000001,Tees North,Tees North,,,E06000004,\nE06000002,"),
            ]) == [
                try Fixture.place(of: "home: E06000001").shifted(by: "home: ".count)
                    + ": 'E06000001' is in 'E06000004' according to the column 'parent', but the definition names both: name only "
                    + "one of the two"
            ])
        #expect(
            try Fixture.errors([Edit("peers: [E06000003, ", "peers: [E06000001, E06000003, ")]) == [
                try Fixture.place(of: "peers: [").shifted(by: "peers: [".count)
                    + ": the area 'E06000001' is named twice among 'home' and 'peers': name it once"
            ])
        #expect(
            try Fixture.errors([Edit("peers: [E06000003, ", "peers: [E23000013, E06000003, ")]).contains {
                $0.contains(": 'E23000013' is also the total, which is a sum and has no events of its own")
            })
    }

    @Test("A total area without parts")
    func emptyTotal() throws {
        let areas = """
            code,name,short_name,csp_code,csp_name,parent,aliases
            E06000001,Hartlepool,Hartlepool,E22000027,Hartlepool,,
            E06000002,Middlesbrough,Middlesbrough,E22000029,Middlesbrough,,
            E06000003,Redcar and Cleveland,Redcar,E22000028,Redcar and Cleveland,,
            E06000004,Stockton-on-Tees,Stockton,E22000030,Stockton-on-Tees,,
            E23000013,Cleveland,Cleveland,,,,
            """
        let found = try Fixture.errors([Edit("Reference/cleveland-areas.csv", nil, areas)])
        #expect(
            found.contains(
                try Fixture.place(of: "total: E23000013").shifted(by: "total: ".count)
                    + ": no area belongs to the total 'E23000013': write the total's code into the column 'parent' of each area "
                    + "that it adds up"))
    }
}
