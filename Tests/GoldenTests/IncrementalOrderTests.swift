import Core
import Evaluation
import FoundationEssentials
import Intake
import PipelineEngine
import Planning
import Testing

/// Extracts that replace rows one by one need an order only where they differ.
@Suite("The order of incremental extracts")
struct IncrementalOrderTests {
    private static let header = "Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"

    private static func run(_ files: [String: [String]]) async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            for (name, rows) in files {
                try ([header] + rows).map { $0 + "\n" }.joined().write(
                    toFile: folder + "/crime/" + name, atomically: true, encoding: .utf8)
            }
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            return try await PipelineRun(
                plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2
            ).evaluate()
        }
    }

    private static func row(_ reference: String, code: String = "8N") -> String {
        "\(reference),14/05/2019,\(code),Offence,E01011954,Hartlepool,N,N,N"
    }

    @Test("Differing rows of one reference in extracts without a known order refuse the run")
    func refused() async throws {
        for names in [("a.csv", "b.csv"), ("2019-08-01_a.csv", "2019-08-01_b.csv"), ("2019-08-01_a.csv", "b.csv")] {
            do {
                _ = try await Self.run([
                    names.0: [Self.row("HP19/700001")],
                    names.1: [Self.row("HP19/700002"), Self.row("HP19/700001", code: "8L")],
                ])
                Issue.record("not refused: \(names)")
            } catch let failure as RunFailure {
                #expect(failure.codes == ["unknown-order"])
                for words in [names.0, names.1, "line 2", "line 3"] {
                    #expect(failure.description.contains(words), "\(failure.description)")
                }
            }
        }
    }

    @Test("Equal rows need no order, and what a later extract replaces needs none either")
    func unimportant() async throws {
        let equal = try await Self.run([
            "a.csv": [Self.row("HP19/700001")], "b.csv": [Self.row("HP19/700001"), Self.row("HP19/700002")],
        ])
        let renamed = try await Self.run([
            "b.csv": [Self.row("HP19/700001")], "a.csv": [Self.row("HP19/700001"), Self.row("HP19/700002")],
        ])
        #expect(equal.displays == renamed.displays)
        let replaced = try await Self.run([
            "2019-08-01_a.csv": [Self.row("HP19/700001")], "2019-08-01_b.csv": [Self.row("HP19/700001", code: "8L")],
            "2019-08-02_c.csv": [Self.row("HP19/700001", code: "8L")],
        ])
        let alone = try await Self.run(["2019-08-02_c.csv": [Self.row("HP19/700001", code: "8L")]])
        #expect(replaced.displays == alone.displays)
    }
}
