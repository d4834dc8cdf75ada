import Core
import Evaluation
import FoundationEssentials
import PipelineEngine
import Planning
import Testing

/// Runs in which rates lack a denominator.
@Suite("Rates without a denominator")
struct DenominatorRunTests {
    /// Runs the shipped definition after a change to its table of denominators. Returns the findings of a missing
    /// denominator, and whether they are a reason for review.
    private static func notes(year: String = "", _ change: (String) -> String) async throws -> (
        notes: [String], isDoubt: Bool
    ) {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let table = folder + "/Pipelines/Reference/denominators-2011-census.csv"
            let definition = folder + "/Pipelines/police-uk-street.yaml"
            let old = try String(contentsOfFile: table, encoding: .utf8)
            try change(old).write(toFile: table, atomically: true, encoding: .utf8)
            let text = try String(contentsOfFile: definition, encoding: .utf8)
            let written = "denominators: Reference/denominators-2011-census.csv"
            try #require(text.contains(written))
            try text.replacing(
                written, with: "denominators: {table: Reference/denominators-2011-census.csv\(year)}"
            ).write(toFile: definition, atomically: true, encoding: .utf8)
            for month in ["2023-04", "2023-05", "2023-06"] {
                let rows = (0..<10).map { _ in StreetLanding.Row(month: month) }
                try StreetLanding.write(rows, to: folder + "/landing/\(month)-street.csv")
            }
            let plan = try PlanCompiler.compile(path: definition)
            let result = try await PipelineRun(
                plan: plan, input: folder + "/landing", quarter: FinancialQuarter("2023-24-Q1"), threads: 1
            ).evaluate(traces: false)
            let codes = RunVerdict(on: result, quarantineFolder: nil).reasons.map(\.code)
            return (
                result.findings.filter { $0.rule == .noDenominator }.map { "\($0.file): \($0.note ?? "")" },
                codes.contains("no-denominator")
            )
        }
    }

    @Test("An area or a year that the table lacks is a finding")
    func findings() async throws {
        let whole = try await Self.notes { $0 }
        #expect(whole.notes.isEmpty && !whole.isDoubt)
        let row = "household-residents,E06000002,136147,"
        let lacking = try await Self.notes { text in
            text.split(separator: "\n").filter { !$0.hasPrefix(row) }.joined(separator: "\n") + "\n"
        }
        #expect(lacking.notes == ["household-residents: Middlesbrough"] && lacking.isDoubt, "\(lacking)")
        let period = try await Self.notes(year: ", year: period") { $0 }
        #expect(period.notes.contains("household-residents: every area, 2023") && period.isDoubt, "\(period)")
    }
}
