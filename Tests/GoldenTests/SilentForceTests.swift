import Core
import Evaluation
import FoundationEssentials
import PipelineEngine
import Planning
import Testing

/// Forces with rows that end or begin between two compared quarters.
@Suite("Forces that fall silent")
struct SilentForceTests {
    private static let months = (1...15).map { number in
        let index = 2022 * 12 + 2 + number
        return "\(index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)"
    }

    /// Returns the findings on silent forces for the first quarter of 2023/24, when each force delivers a number of
    /// rows in each of its months.
    private static func notes(_ forces: [String: (months: ArraySlice<String>, rows: Int)], covers: String) async throws
        -> [String?]
    {
        try await Repository.withTemporaryFolder { folder in
            for (force, delivered) in forces {
                for month in delivered.months {
                    let rows = (0..<delivered.rows).map { _ in StreetLanding.Row(month: month, force: force) }
                    try StreetLanding.write(rows, to: "\(folder)/in/\(month)-\(force.prefix(4))-street.csv")
                }
            }
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let path = folder + "/Pipelines/police-uk-street.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacing("covers: {Cleveland Police: [home, peers]}", with: "covers: {\(covers)}")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let plan = try PlanCompiler.compile(path: path)
            let run = PipelineRun(
                plan: plan, input: folder + "/in", quarter: FinancialQuarter("2023-24-Q1"), threads: 2)
            return try await run.evaluate().findings.filter { $0.rule == .forceNotDelivered }.map(\.note)
        }
    }

    private static let own = "Cleveland Police: [home, peers]"
    private static let transport = "British Transport Police"

    @Test("A force that no covers names, with many rows in one of two compared quarters alone")
    func unlisted() async throws {
        let all = Self.months[...]
        func notes(_ months: ArraySlice<String>, _ rows: Int) async throws -> [String?] {
            try await Self.notes(
                ["Cleveland Police": (all, 100), Self.transport: (months, rows)], covers: Self.own)
        }
        #expect(
            try await notes(all.prefix(3), 8)
                == [
                    "'British Transport Police' has 24 rows of the areas in April to June 2022, but none in April to June 2023"
                ])
        #expect(try await notes(all.suffix(3), 8).count == 1)
        #expect(try await notes(all, 8).isEmpty)
        // It is normal that one quarter has few rows and another has none, whether few compared with other forces or
        // few in total.
        #expect(try await notes(all.prefix(3), 4).isEmpty)
        #expect(try await notes(all.prefix(2), 8).isEmpty)
    }

    @Test("One of two forces that deliver the same areas beside each other, and not one that was renamed")
    func listed() async throws {
        let (all, covers) = (Self.months[...], Self.own + ", \(Self.transport): [home, peers]")
        func notes(_ months: ArraySlice<String>, of force: String = Self.transport) async throws -> [String?] {
            try await Self.notes(["Cleveland Police": (all, 10), force: (months, 10)], covers: covers)
        }
        #expect(
            try await notes(all.dropLast(2))
                == [
                    "'British Transport Police' has no rows in May 2023, June 2023, although other forces of its areas have rows"
                ])
        #expect(try await notes(all).isEmpty)
        #expect(try await notes([]).isEmpty)
        // The last months under the old name and the first under the new one.
        let renamed = try await Self.notes(
            ["Cleveland Police": (all.dropLast(4), 10), Self.transport: (all.suffix(5), 10)], covers: covers)
        #expect(renamed.isEmpty)
    }
}
