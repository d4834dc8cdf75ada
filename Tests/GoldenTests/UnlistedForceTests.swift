import Core
import Evaluation
import FoundationEssentials
import PipelineEngine
import Planning
import Records
import Testing

@Suite("Forces that files have and no 'covers' names")
struct UnlistedForceTests {
    private typealias Row = StreetLanding.Row

    private static func rows(_ count: Int, _ force: String, lsoa: String = "E01011949") -> [Row] {
        (0..<count).map { _ in Row(force: force, lsoa: lsoa) }
    }

    /// Returns the unlisted forces that `shp status` reports for the shipped definition with other `covers`.
    private static func forces(_ rows: [Row], covers: String = "Cleveland Police: [home, peers]") async throws
        -> [UnlistedForce]
    {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let definition = folder + "/Pipelines/police-uk-street.yaml"
            let old = "covers: {Cleveland Police: [home, peers]}"
            let text = try String(contentsOfFile: definition, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacing(old, with: "covers: {\(covers)}").write(
                toFile: definition, atomically: true, encoding: .utf8)
            try StreetLanding.write(rows, to: folder + "/landing/2023-04-street.csv")
            let run = PipelineRun(
                plan: try PlanCompiler.compile(path: definition), input: folder + "/landing", quarter: nil, threads: 2)
            let quarter = try #require(FinancialQuarter("2023-24-Q1"))
            return try await run.landingStatus(of: [quarter]).unlistedForces
        }
    }

    @Test("A name that is misspelt in 'covers' is that of the files' force, with the number of its rows")
    func misspelt() async throws {
        let found = try await Self.forces(Self.rows(12, "Cleveland Police"), covers: "Cleveland Polcie: [home, peers]")
        #expect(found.map(\.force) == ["Cleveland Police"])
        #expect(found.first?.near == "Cleveland Polcie")
        #expect(found.first?.rows == 12)
        #expect(found.first?.source == "street")
    }

    @Test(
        "Forces that 'covers' names are none of them, however a file writes them, nor are those without rows of the areas"
    )
    func known() async throws {
        let all =
            Self.rows(3, "Cleveland Police") + Self.rows(2, "CLEVELAND  police")
            + Self.rows(4, "Durham Constabulary", lsoa: "E01020603")
        #expect(try await Self.forces(all) == [])
        // Rows of an area that another force covers do not make a force unlisted.
        let neighbour = Self.rows(5, "CLEVELAND  police", lsoa: "E01012007")
        let divided = "Cleveland Police: [home], Durham Constabulary: [peers]"
        #expect(try await Self.forces(neighbour, covers: divided) == [])
    }

    @Test("Some rows of the transport police have a line of the status, and are a finding above a fifth of the area's")
    func transportPolice() async throws {
        func landing(own: Int) -> [Row] {
            Self.rows(own, "Cleveland Police") + Self.rows(60, "British Transport Police")
        }
        let found = try await Self.forces(landing(own: 300))
        #expect(found.map(\.force) == ["British Transport Police"])
        #expect(found.first?.rows == 60)
        #expect(found.first?.near == nil)
        func isFinding(own: Int) async throws -> Bool {
            try await StreetLanding.evaluate(["2023-04-street.csv": landing(own: own)]).findings.contains {
                $0.rule == .unexpectedForce
            }
        }
        #expect(try await !isFinding(own: 300))
        #expect(try await !isFinding(own: 240))
        #expect(try await isFinding(own: 239))
    }

    @Test("The status as JSON has them, too, and no key where there are none", .enabled(if: BuiltProgram.isThere))
    func json() async throws {
        func status(_ force: String) async throws -> String {
            try await Repository.withTemporaryFolder { folder in
                try StreetLanding.write(Self.rows(2, force), to: folder + "/in/2023-04-street.csv")
                return try BuiltProgram(folder: folder).run(
                    "$SHP status $ROOT/Pipelines/police-uk-street.yaml --quarter 2023-24-Q1 --input in --format json"
                ).output
            }
        }
        struct Status: Decodable {
            struct Force: Decodable, Equatable {
                let source, force: String
                let rows: Int
                let near: String?
            }
            let unlistedForces: [Force]?
        }
        let found = try JSONDecoder().decode(Status.self, from: Data(try await status("Clevland Police").utf8))
        #expect(
            found.unlistedForces == [
                .init(source: "street", force: "Clevland Police", rows: 2, near: "Cleveland Police")
            ])
        #expect(try await !status("Cleveland Police").contains("unlistedForces"))
    }
}
