import CSV
import Core
import Evaluation
import FoundationEssentials
import Ingestion
import PipelineEngine
import Planning
import Records
import ReleaseStore
import Releases

/// A landing folder of three small extracts, and an output folder with a release that was made from these extracts and
/// issued.
struct MadeUpOutput {
    let landing = "\(Fuzz.folder)/landing"
    let output = "\(Fuzz.folder)/output"
    let plan: PipelinePlan
    let quarter = "2023-24-Q1"
    /// The issued release's folder.
    let release: String

    private static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context"
    private static let program = ProgramVersion(name: "shp-fuzz", version: "0")

    /// Makes both folders.
    init() async throws {
        plan = try PlanCompiler.compile(path: "Pipelines/police-uk-street.yaml")
        try FileManager.default.createDirectory(atPath: landing, withIntermediateDirectories: true)
        for month in 4...6 {
            try Data(Self.extract("2023-0\(month)").utf8).write(to: .init(filePath: Self.file(month, in: landing)))
        }
        let lock = try OutputLock(output: output)
        defer { lock.release() }
        let facts = try await PipelineRun(
            plan: plan, input: landing, quarter: FinancialQuarter(quarter), threads: 1
        ).readExtracts(keepingRows: false) { _ in }
        let result = try await QuarterFigures(of: facts, for: facts.quarter(asked: FinancialQuarter(quarter))).result(
            comparedWith: .issued(IssuedReleases(output: output, pipeline: plan.pipeline), by: nil), by: Self.program)
        let publication = try await QuarterPublication.publish(result, by: Self.program, holding: lock)
        release = publication.published.folder
        guard let day = CalendarDate(year: 2023, month: 7, day: 25) else { return }
        _ = try ReleaseSeal.issue(try ReleaseFolder(release), on: day, today: day, holding: lock)
    }

    private static func file(_ month: Int, in landing: String) -> String { "\(landing)/2023-0\(month)-street.csv" }

    /// Ten rows, of which the third has an unknown type.
    private static func extract(_ month: String) -> String {
        let rows = (0..<10).map { row($0, month, type: $0 == 2 ? "No such type" : "Anti-social behaviour") }
        return ([header] + rows).map { $0 + "\r\n" }.joined()
    }

    private static func row(_ number: Int, _ month: String, type: String) -> String {
        ",\(month),Cleveland Police,Cleveland Police,-1.2,54.6,On or near Street \(number),E01011949,Somewhere 001A,"
            + "\(type),,"
    }

    /// Corrected quarantine files: one that corrects every row, one that corrects nothing, one without rows.
    func corrections() throws -> [[UInt8]] {
        var all = QuarantineCSV.header.joined(separator: ",") + "\r\n"
        let seeds = [all]
        for month in 4...6 {
            let path = Self.file(month, in: landing)
            let hash = try LandedFile(name: "street.csv", path: path).sha256()
            let row = Self.row(2, "2023-0\(month)", type: "Anti-social behaviour")
            all += "2023-0\(month)-street.csv,\(hash),4,unknown-category,Crime type,unknown,\"\(row)\"\r\n"
        }
        return (seeds + [all, all.replacing("Anti-social", with: "Sociable")]).map { Array($0.utf8) }
    }
}
