import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import ReleaseStore
import Releases
import Testing

@Suite("Releases traced back")
struct ReleaseTraceTests {
    private static let definition = Repository.root + "/Pipelines/recorded-crime-csp.yaml"

    /// Publishes the fixture and passes the release and its landing folder to the body.
    private func withRelease(_ body: (ReleaseFolder, String) async throws -> Void) async throws {
        try await Repository.withTemporaryFolder { folder in
            let landing = folder + "/landing"
            try FileManager.default.copyItem(
                atPath: Repository.root + "/Tests/Golden/recorded-crime-csp/landing", toPath: landing)
            let result = try await PipelineRun(
                plan: PlanCompiler.compile(path: Self.definition), input: landing, quarter: nil, threads: 2
            ).evaluate()
            let lock = try OutputLock(output: folder + "/output")
            defer { lock.release() }
            let published = try await ReleasePublisher.publish(
                result.release(by: ProgramVersion(name: "shp", version: "test")), holding: lock)
            try await body(try ReleaseFolder(published.folder), landing)
        }
    }

    private func trace(_ release: ReleaseFolder, _ landing: String) async throws -> ReleaseTrace {
        try await ReleaseTrace(
            of: release, plan: PlanCompiler.compile(path: Self.definition), input: landing, threads: 2)
    }

    @Test("Every figure of a release has its formula, and comes to what was published")
    func everyFigure() async throws {
        try await withRelease { release, landing in
            // Files delivered since are not part of the release.
            let later = "Financial Year,Nothing\r\n2019/20,1\r\n"
            try later.write(toFile: landing + "/later.csv", atomically: true, encoding: .utf8)
            let trace = try await trace(release, landing)
            for figure in release.figures.all {
                let formula = try trace.formula(of: figure)
                #expect(formula.value.number.map(\.sixPlaces) ?? "" == figure.value)
            }
        }
    }

    @Test("Extracts that are other ones now, or gone, are named")
    func landingDiffers() async throws {
        try await withRelease { release, landing in
            let names = release.manifest.inputs.map(\.file)
            let path = landing + "/" + names[0]
            let text = try String(contentsOfFile: path, encoding: .utf8) + "\r\n"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.removeItem(atPath: landing + "/" + names[1])
            let mismatch = await #expect(throws: ReleaseMismatch.self) { try await trace(release, landing) }
            guard case .landingDiffers(let files, _) = mismatch else {
                Issue.record("no mismatch of the landing folder: \(String(describing: mismatch))")
                return
            }
            #expect(files.map(\.file) == [names[0], names[1]])
            #expect(files.map(\.change) == [.changed, .gone])
            #expect(mismatch?.isOfDefinition == false)
            #expect(mismatch?.isOfMissingFiles == false)
        }
    }

    @Test("A definition of another pipeline, and a file of it that changed, are named")
    func definitionDiffers() async throws {
        try await withRelease { release, landing in
            let other = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
            await #expect(throws: ReleaseMismatch.otherPipeline("police-uk-street", released: "recorded-crime-csp")) {
                try await ReleaseTrace(of: release, plan: other, input: landing, threads: 1)
            }
            try await Repository.withTemporaryFolder { folder in
                try FileManager.default.copyItem(
                    atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
                let file = folder + "/Pipelines/Reference/denominators-2011-census.csv"
                let text = try String(contentsOfFile: file, encoding: .utf8).replacing("91091", with: "91092")
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                let changed = try PlanCompiler.compile(path: folder + "/Pipelines/recorded-crime-csp.yaml")
                let mismatch = await #expect(throws: ReleaseMismatch.self) {
                    try await ReleaseTrace(of: release, plan: changed, input: landing, threads: 1)
                }
                #expect(mismatch?.isOfDefinition == true)
                #expect(mismatch?.description.contains("Reference/denominators-2011-census.csv") == true)
            }
        }
    }

    @Test("A figure is found by its label in any case, and what is missing or unclear is told with candidates")
    func queries() async throws {
        try await withRelease { release, _ in
            var query = FigureQuery(row: "total RECORDED crime")
            query.area = "hartlepool"
            let own = try query.figures(of: release)
            #expect(own.map(\.key.area) == ["Hartlepool", "Hartlepool"])
            #expect(own.allSatisfy { $0.key.period == "2019-20-Q1" })
            query.period = "year-before"
            let before = try query.figures(of: release)
            #expect(before.map(\.key.period) == ["2018-19-Q1"])
            (query.area, query.period) = (nil, nil)
            #expect(throws: FigureNotFound.self) { try query.figures(of: release) }
            query.area = "Hartlpool"
            #expect(throws: FigureNotFound.unknown(.area, "Hartlpool", candidates: ["Hartlepool"])) {
                try query.figures(of: release)
            }
            #expect(throws: FigureNotFound.unknown(.row, "Homicides", candidates: ["Homicide"])) {
                try FigureQuery(row: "Homicides").figures(of: release)
            }
        }
    }
}
