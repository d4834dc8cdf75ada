import Core
import PipelineDefinition
import PipelineEngine
import Planning
import Testing

@Suite("Targets of the quarter's year")
struct TargetYearTests {
    private typealias Fixture = DefinitionFixture
    private typealias Edit = DefinitionFixture.Edit

    private static func errors(_ quarters: [String], _ edits: [Edit] = []) throws -> [String] {
        try Fixture.with(edits) { path in
            let plan = try PlanCompiler.compile(path: path)
            do throws(DefinitionErrors) {
                try plan.check(for: quarters.compactMap { FinancialQuarter($0) })
                return []
            } catch { return Fixture.words(error, path) }
        }
    }

    @Test("A table of targets without the quarter's year names the table, the years it has and what to add")
    func missingYear() throws {
        let place = try Fixture.place(of: "targets: Reference/targets.csv").shifted(by: "targets: ".count)
        #expect(
            try Self.errors(["2020-21-Q3"]) == [
                place
                    + ": the table of targets 'Reference/targets.csv' has no row for 2020/21, the year of 2020-21-Q3; it "
                    + "has 2018/19, 2019/20. Add a row for each indicator, with the aim 'monitor' where there is no target"
            ])
        #expect(try Self.errors(["2018-19-Q1", "2019-20-Q4"]) == [])
    }

    @Test("A definition without a column of targets, or without any targets, needs no targets")
    func notNeeded() throws {
        let column =
            "      - {measure: target, period: quarter, heading: \"Local directional target {year}\"}\n"
        #expect(try Self.errors(["2020-21-Q3"], [Edit(column, "")]) == [])
        #expect(
            try Self.errors(
                ["2020-21-Q3"], [Edit("Reference/targets.csv", nil, "indicator,year,aim,value,status\n")]) == [])
    }

    @Test("A run for such a quarter ends before anything is read, with the errors of the definition")
    func beforeReading() async throws {
        let plan = try PlanCompiler.compile(path: Fixture.root + "/Pipelines/shp-performance.yaml")
        let run = PipelineRun(
            plan: plan, input: "/nowhere", quarter: FinancialQuarter("2020-21-Q3"), threads: 1)
        await #expect(throws: DefinitionErrors.self) { try await run.evaluate() }
    }

    @Test(
        "A number may be a ceiling or a floor, and both need the number",
        arguments: [
            ("at-most", "1000", nil), ("at-least", "1000", nil), ("at-most", "", "expected a number, found ''"),
        ])
    func limits(aim: String, value: String, message: String?) throws {
        let found = try Fixture.errors([
            Edit(
                "Reference/targets.csv", "troubled-families-engaged,2019/20,number,1000",
                "troubled-families-engaged,2019/20,\(aim),\(value)")
        ])
        let column = "troubled-families-engaged,2019/20,\(aim),".count + 1
        #expect(found == (message.map { ["Reference/targets.csv:18:\(column): \($0)"] } ?? []))
    }
}
