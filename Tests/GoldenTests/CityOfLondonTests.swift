import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import Testing

/// Two real downloads of the same three months, with a definition that has one area.
@Suite("City of London, real downloads that overlap")
struct CityOfLondonTests {
    private static let source = Repository.root + "/../shared/real/police.uk/city-of-london"
    private static let isThere: Bool = {
        if FileManager.default.fileExists(atPath: source + "/downloaded-2025-07") { return true }
        print("skipped: no real downloads of the City of London beside the checkout (../shared/real/police.uk)")
        return false
    }()

    private static let definition = """
        pipeline: city
        title: City
        partnership: City
        areas: {table: Reference/areas.csv, lsoas: Reference/lsoas.csv, home: E09000001}
        classifications:
          crime-types: {codes: Reference/police-uk-codes.csv, groups: Reference/police-uk-groups.csv}
        sources:
          street:
            schema: Schemas/police-uk-street.yaml
            classification: crime-types
            covers: {City of London Police: [home]}
            completeness: {from: {home: 2010-12}, partial-below: 50%}
        tables:
          - id: t
            title: T
            headings: {section: Block, row: Crime type}
            counts: {source: street}
            columns: [{measure: value, period: quarter, heading: Count}]
            sections: [{title: All, rows: [{group: asb, label: Incidents}, {group: crime, label: Crime}]}]
            source: data.police.uk
        appendices: [{name: A, file: a, title: A, tables: [t]}]
        """

    /// Runs the definition on the downloads and returns the figures and the result.
    private static func run(_ downloads: [String]) async throws -> (figures: [String], result: RunResult) {
        try await Repository.withTemporaryFolder { folder in
            let files = FileManager.default
            try files.createDirectory(atPath: folder + "/Reference", withIntermediateDirectories: true)
            try files.copyItem(atPath: Repository.root + "/Pipelines/Schemas", toPath: folder + "/Schemas")
            for name in ["police-uk-codes.csv", "police-uk-groups.csv"] {
                try files.copyItem(
                    atPath: Repository.root + "/Pipelines/Reference/" + name, toPath: folder + "/Reference/" + name)
            }
            let lsoas = ["E01000001", "E01000002", "E01000003", "E01000005", "E01032739", "E01032740"]
            for (name, text) in [
                ("city.yaml", definition),
                ("Reference/areas.csv", "code,name,short_name,parent,aliases\nE09000001,City of London,City,,\n"),
                (
                    "Reference/lsoas.csv",
                    "lsoa,name,ward,area\n" + lsoas.map { "\($0),City,City,E09000001\n" }.joined()
                ),
            ] { try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8) }
            try files.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            for download in downloads {
                try files.copyItem(atPath: source + "/" + download, toPath: folder + "/in/" + download)
            }
            let plan = try PlanCompiler.compile(path: folder + "/city.yaml")
            let result = try await PipelineRun(
                plan: plan, input: folder + "/in", quarter: FinancialQuarter("2024-25-Q1"), threads: 2
            ).evaluate()
            return (result.tables.flatMap(\.figures).map { "\($0.row) \($0.display)" }, result)
        }
    }

    @Test("Both downloads together give the figures of the later one", .enabled(if: isThere))
    func overlap() async throws {
        let both = try await Self.run(["downloaded-2024-10", "downloaded-2025-07"])
        let later = try await Self.run(["downloaded-2025-07"])
        #expect(both.figures == later.figures)
        #expect(both.figures.contains("Incidents 103"))
        let replaced = both.result.findings.filter { $0.rule == .deliveryReplaced }
        #expect(replaced.count == 3)
        #expect(replaced.allSatisfy { $0.file.hasPrefix("downloaded-2024-10/") })
    }
}
