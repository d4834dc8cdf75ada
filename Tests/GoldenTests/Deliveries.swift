import Core
import Evaluation
import FoundationEssentials
import Intake
import PipelineEngine
import Planning
import Records
import ReleaseStore
import Releases
import Testing

/// The deliveries of the sample quarter: the first delivery, late rows in August, and revised rows in September. The
/// revised rows include reclassified crimes, a cancelled crime, a moved crime and a re-dated crime.
struct Deliveries {
    let folder: String
    var landing: String { folder + "/in" }
    var output: String { folder + "/out" }
    let plan: PipelinePlan
    let program = ProgramVersion(name: "shp", version: "0")

    private static let header = "Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"

    /// Writes the first delivery into the landing folder.
    init(_ folder: String, definition: String = Repository.root + "/Pipelines/shp-performance.yaml") throws {
        self.folder = folder
        try SampleRun.land(in: folder + "/in")
        plan = try PlanCompiler.compile(path: definition)
    }

    /// The references, dates and LSOAs of the assaults with injury in Hartlepool in May 2019 that no later row
    /// supersedes.
    var assaults: [(reference: String, date: String, lsoa: String)] {
        get throws {
            let later = try text("crime/2019-07-17_force-crime_corrections.csv")
            let rows = try text("crime/2019-07-10_force-crime_cleveland_2019-20-Q1.csv").split(separator: "\n")
            var found: [(String, String, String)] = []
            for row in rows {
                let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                guard fields.count == 10, fields[1] == "008N", fields[5] == "Hartlepool", fields[9] == "No",
                    fields[3].hasPrefix("2019-05"), fields[6].hasPrefix("E0101"), !later.contains(fields[0]),
                    !found.contains(where: { $0.0 == fields[0] })
                else { continue }
                found.append((fields[0], fields[3], fields[6]))
            }
            return found
        }
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOfFile: landing + "/" + file, encoding: .utf8)
    }

    private func deliver(_ file: String, _ rows: [String]) throws {
        let text = ([Self.header] + rows).map { $0 + "\n" }.joined()
        try text.write(toFile: landing + "/" + file, atomically: true, encoding: .utf8)
    }

    /// Delivers three assaults in Hartlepool and one in Middlesbrough that had not been delivered before.
    func deliverLateRows() throws {
        try deliver(
            "crime/2019-08-05_force-crime_late.csv",
            (1...3).map { "HP19/70000\($0),14/05/2019,8N,Assault with injury,E01011954,Hartlepool,N,N,N" }
                + ["MB19/700001,14/05/2019,8N,Assault with injury,E01012019,Middlesbrough,N,N,N"])
    }

    /// Delivers revised rows: two assaults become harassment, one is cancelled, one moves to Middlesbrough, one moves
    /// to July, and one is delivered again unchanged.
    func deliverRevisedRows() throws {
        let known = try assaults
        try #require(known.count >= 6)
        func row(_ index: Int, code: String = "8N", month: String? = nil, area: String = "Hartlepool", _ end: String)
            -> String
        {
            let lsoa = area == "Hartlepool" ? known[index].lsoa : "E01012019"
            return "\(known[index].reference),\(month ?? known[index].date),\(code),Offence,\(lsoa),\(area),\(end)"
        }
        try deliver(
            "crime/2019-09-02_force-crime_revised.csv",
            [
                row(0, code: "8L", "N,N,N"), row(1, code: "8L", "N,N,N"), row(2, "N,N,Y"),
                row(3, area: "Middlesbrough", "N,N,N"), row(4, month: "2019-07-02", "N,N,N"), row(5, "N,N,N"),
            ])
    }

    /// Reads the deliveries, compares the figures with the issued releases, and publishes.
    @discardableResult
    func run(
        _ quarter: String = "2019-20-Q1", asAt day: String? = nil, plan: PipelinePlan? = nil,
        program: ProgramVersion? = nil
    ) async throws -> (RunResult, PublishedRelease) {
        let day = day.flatMap { DateForm("yyyy-mm-dd")?.date($0) }
        let lock = try OutputLock(output: output)
        defer { lock.release() }
        let issued = try IssuedReleases(output: output, pipeline: self.plan.pipeline)
        let facts = try await PipelineRun(
            plan: plan ?? self.plan, input: landing, quarter: FinancialQuarter(quarter),
            selection: day.map { .deliveredBy($0) } ?? .everything, threads: 2
        ).readExtracts(keepingRows: !issued.isEmpty)
        let result = try await QuarterFigures(of: facts, for: facts.quarter(asked: FinancialQuarter(quarter)))
            .result(comparedWith: .issued(issued, by: day), by: program ?? self.program)
        let published = try await ReleasePublisher.publish(
            result.release(by: program ?? self.program), holding: lock, movesLatest: day == nil)
        return (result, published)
    }

    func issue(_ release: PublishedRelease, on day: String) throws -> ReleaseSeal.Outcome {
        let lock = try OutputLock(output: output)
        defer { lock.release() }
        return try ReleaseSeal.issue(
            try ReleaseFolder(release.folder), on: try #require(DateForm("yyyy-mm-dd")?.date(day)),
            today: try #require(CalendarDate(year: 2020, month: 1, day: 31)), holding: lock)
    }

    /// Withdraws the last issued release of the quarter.
    func withdraw(_ quarter: String = "2019-20-Q1", on day: String, because reason: String) throws -> IssuedRelease {
        let lock = try OutputLock(output: output)
        defer { lock.release() }
        return try ReleaseSeal.withdraw(
            nil, of: try #require(FinancialQuarter(quarter)), pipeline: plan.pipeline,
            on: try #require(DateForm("yyyy-mm-dd")?.date(day)),
            today: try #require(CalendarDate(year: 2020, month: 1, day: 31)), because: reason, holding: lock)
    }
}
