import FoundationEssentials
import PipelineDefinition
import PipelineEngine
import Tabular
import Testing

@Suite("Compiling a definition")
struct PlanCompilerTests {
    private static let root: String = {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// Compiles the performance definition with replacements in its files; returns the messages, without the folder.
    private func messages(_ edits: [(file: String, old: String, new: String)]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.path + "/shp-compile-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: Self.root + "/Pipelines", toPath: folder)
        for edit in edits {
            let text = try String(contentsOfFile: folder + "/" + edit.file, encoding: .utf8)
            try #require(text.contains(edit.old))
            let changed = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
            try changed.write(toFile: folder + "/" + edit.file, atomically: true, encoding: .utf8)
        }
        do throws(DefinitionMistakes) {
            _ = try PlanCompiler.compile(path: folder + "/shp-performance.yaml")
            return []
        } catch {
            return error.mistakes.map { $0.description.replacing(folder + "/", with: "") }
        }
    }

    @Test("The definitions in the repository are sound", arguments: ["shp-performance", "police-uk-street"])
    func sound(_ name: String) throws {
        _ = try PlanCompiler.compile(path: Self.root + "/Pipelines/\(name).yaml")
    }

    @Test("A definition that is not there is a mistake of its own")
    func notThere() {
        #expect(throws: DefinitionMistakes.self) { try PlanCompiler.compile(path: "/nowhere/shp.yaml") }
    }

    @Test("Each name mistake has a place and a suggestion")
    func names() throws {
        let definition = "shp-performance.yaml"
        #expect(
            try messages([(definition, "indicator: violence}", "indicator: violense}")])
                == ["shp-performance.yaml:150:25: unknown indicator 'violense'; did you mean 'violence'?"])
        #expect(
            try messages([(definition, "flag: hate", "flag: hat")])
                == ["shp-performance.yaml:111:47: unknown flag 'hat'; did you mean 'hate'?"])
        #expect(
            try messages([(definition, "measure: rate", "measure: rat")]).allSatisfy {
                $0.hasSuffix("unknown measure 'rat'; did you mean 'rate'?")
            })
        #expect(
            try messages([(definition, "denominator: households}", "denominator: household}")]).first?
                .hasSuffix("unknown denominator 'household'; did you mean 'households'?") == true)
        #expect(
            try messages([(definition, "{months}", "{month}")]).first?
                .hasSuffix("unknown placeholder 'month'; did you mean 'months'?") == true)
    }

    @Test("Mistakes in reference tables have their line")
    func referenceTables() throws {
        #expect(
            try messages([
                (
                    "Reference/offence-codes.csv", "28E,Burglary Residential,residential-burglary",
                    "28E,Burglary Residential,residential-burglry"
                )
            ])
                == [
                    "Reference/offence-codes.csv:65:1: unknown group 'residential-burglry'; did you mean 'residential-burglary'?"
                ])
        #expect(
            try messages([("Reference/targets.csv", "shoplifting,2019/20,reduce", "shoplifting,2019/21,reduce")])
                == ["Reference/targets.csv:5:1: expected a financial year such as 2019/20, found '2019/21'"])
        #expect(
            try messages([("Reference/cleveland-lsoa-2011.csv", "E01011950", "E01011949")]).contains {
                $0.contains("the LSOA 'E01011949' is defined twice")
            })
    }

    @Test("What must have been delivered is checked against areas and schemas")
    func completeness() throws {
        let definition = "shp-performance.yaml"
        let treatment = "completeness: {from: {home: 2018-04}, due: 45 days, quiet-days: 7}"
        let returns = "completeness: {from: {home: 2018-04}, due: 45 days}"
        #expect(
            try messages([(definition, "from: {home: 2018-04}", "from: {hme: 2018-04}")]).first?
                .hasSuffix("unknown area 'hme'; did you mean 'home'?") == true)
        #expect(
            try messages([(definition, "from: {home: 2018-04}", "from: {total: 2018-04}")]).first?
                .hasSuffix("rows are of areas and not of their sum; name 'home', 'peers' or a code") == true)
        #expect(
            try messages([(definition, treatment, treatment.replacing("7}", with: "7, partial-below: 50%}"))]).first?
                .hasSuffix("'partial-below' counts rows by month, and episodes are not counted so") == true)
        #expect(
            try messages([(definition, returns, returns.replacing("days}", with: "days, quiet-days: 3}"))]).first?
                .hasSuffix("'quiet-days' needs rows that are dated by day; the schema partner-returns has no day")
                == true)
    }

    @Test("Several mistakes are reported together, in order of place")
    func together() throws {
        let found = try messages([
            ("shp-performance.yaml", "source: asb, group: all", "source: abs, group: all"),
            ("shp-performance.yaml", "kind: cumulative", "kind: cumulatve"),
        ])
        #expect(found.count == 2)
        #expect(found == found.sorted { Int($0.split(separator: ":")[1]) ?? 0 < Int($1.split(separator: ":")[1]) ?? 0 })
    }
}
