import CSV
import Core
import Crypto
import Evaluation
import FoundationEssentials
import Intake
import PipelineEngine
import Planning
import ReleaseStore
import Releases
import Testing

@Suite("Corrected rows of quarantine files")
struct CorrectionTests {
    private static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context\n"

    private static func row(_ month: String, _ type: String, id: String = "", lsoa: String = "E01011954") -> String {
        "\(id),\(month),Cleveland Police,Cleveland Police,,,On or near X,\(lsoa),Hartlepool 001A,\(type),,"
    }

    /// Four rows: the second has an invalid month, the fourth an unknown crime type.
    private static let extract =
        header + row("2014-04", "Burglary") + "\n" + row("2014-13", "Drugs") + "\n" + row("2014-05", "Drugs") + "\n"
        + row("2014-06", "Burglery") + "\n"

    private static func run(_ folder: String) async throws -> RunResult {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
        return try await PipelineRun(
            plan: plan, input: folder, quarter: FinancialQuarter("2014-15-Q1"), threads: 2
        ).evaluate()
    }

    private static func sha256(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    /// Returns the text of the extract's quarantine file with other rows in the last column.
    private static func corrections(_ rows: [(line: Int, row: String)], sha256: String? = nil) -> String {
        var csv = QuarantineCSV(
            extract: "2014-04_2014-06-street.csv", sha256: sha256 ?? Self.sha256(extract), encoding: .utf8)
        for (line, row) in rows {
            csv.append(
                QuarantinedRow(line: line, faults: [.init(.invalidMonth, column: "Month")], bytes: Array(row.utf8)))
        }
        return String(decoding: csv.drain(), as: UTF8.self)
    }

    private static func run(corrections: String) async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            try extract.write(toFile: folder + "/2014-04_2014-06-street.csv", atomically: true, encoding: .utf8)
            try corrections.write(toFile: folder + "/back-street.csv", atomically: true, encoding: .utf8)
            return try await run(folder)
        }
    }

    @Test("A corrected row counts, and the account says that it was corrected")
    func resolved() async throws {
        let result = try await Self.run(corrections: Self.corrections([(3, Self.row("2014-05", "Drugs"))]))
        #expect(result.total.read == 4)
        #expect(result.total.accepted == 3)
        #expect(result.total.quarantined == [.unknownCategory: 1])
        #expect(result.total.corrected == 1)
        #expect(result.total.balances)
        #expect(result.correctionCounts.map(\.resolved) == [1])
        #expect(result.findings.compactMap(\.line) == [5])
    }

    @Test(
        "The quarantine file that a release wrote is taken up when its rows are put right, whatever its name and mark")
    func roundTrip() async throws {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            try Self.extract.write(toFile: folder + "/in/2014-04_2014-06-street.csv", atomically: true, encoding: .utf8)
            let first = try await Self.run(folder + "/in")
            let program = ProgramVersion(name: "shp", version: "0")
            let lock = try OutputLock(output: folder + "/out")
            let published = try await ReleasePublisher.publish(first.release(by: program), holding: lock)
            let quarantine = try #require(published.quarantineFolder) + "/2014-04_2014-06-street.csv"
            let text = try String(contentsOfFile: quarantine, encoding: .utf8)
                .replacing("2014-13", with: "2014-04").replacing("Burglery", with: "Burglary")
            try ("\u{FEFF}" + text).write(toFile: folder + "/in/put right.txt", atomically: true, encoding: .utf8)
            let second = try await Self.run(folder + "/in")
            #expect(second.total.accepted == 4)
            #expect(second.total.quarantined.isEmpty)
            #expect(second.total.corrected == 2)
            let release = second.release(by: program)
            #expect(release.manifest.corrections.map(\.resolved) == [2])
            #expect(try await ReleasePublisher.publish(release, holding: lock).releaseID != published.releaseID)
        }
    }

    @Test("A row that is at fault still stays in quarantine, and the fault is told where it was made")
    func atFault() async throws {
        let result = try await Self.run(
            corrections: Self.corrections([
                (3, Self.row("2014-14", "Drugs")), (5, "a,b"), (5, "\"" + Self.row("2014-06", "Drugs")),
            ]))
        #expect(result.total.accepted == 2)
        #expect(result.total.quarantinedTotal == 2)
        #expect(result.total.corrected == 0)
        #expect(result.correctionCounts.map(\.atFault) == [3])
        let told = result.findings.filter { $0.file == "back-street.csv" }
        #expect(told.map(\.line) == [2, 3, 4])
        #expect(told.map(\.rule) == [.invalidMonth, .fieldCount, .malformedQuoting])
    }

    @Test("Rows of another version of the extract, of good rows, of unknown extracts and empty ones change nothing")
    func unused() async throws {
        let good = Self.row("2014-05", "Drugs")
        let other = try await Self.run(corrections: Self.corrections([(3, good)], sha256: Self.sha256("another")))
        #expect(other.total.accepted == 2 && other.correctionCounts.map(\.unused) == [1])
        let result = try await Self.run(
            corrections: Self.corrections([(2, good), (3, ""), (99, good)])
                + Self.corrections([(3, good)]).split(separator: "\r\n").dropFirst()
                .map { $0.replacing("2014-04_2014-06-street.csv", with: "gone.csv") + "\r\n" }.joined())
        #expect(result.total.accepted == 2)
        #expect(result.correctionCounts.map(\.unused) == [4])
        #expect(
            Set(result.findings.map(\.rule)) == [
                .invalidMonth, .unknownCategory, .correctionUnused, .rowsAtFault, .missingMonth,
            ])
    }

    @Test("A corrected row with a reference supersedes an earlier row of that reference")
    func supersedes() async throws {
        let id = String(repeating: "ab", count: 32)
        let text =
            Self.header + Self.row("2014-04", "Burglary", id: id) + "\n" + Self.row("2014-13", "Drugs", id: id) + "\n"
        try await Repository.withTemporaryFolder { folder in
            try text.write(toFile: folder + "/2014-04_2014-06-street.csv", atomically: true, encoding: .utf8)
            var csv = QuarantineCSV(extract: "2014-04_2014-06-street.csv", sha256: Self.sha256(text), encoding: .utf8)
            csv.append(
                QuarantinedRow(
                    line: 3, faults: [.init(.invalidMonth)], bytes: Array(Self.row("2014-05", "Drugs", id: id).utf8)))
            try String(decoding: csv.drain(), as: UTF8.self).write(
                toFile: folder + "/x.csv", atomically: true, encoding: .utf8)
            let result = try await Self.run(folder)
            #expect(result.total.accepted == 1 && result.total.superseded == 1 && result.total.balances)
        }
    }

    @Test("A file of corrections that is none is refused with its line")
    func unreadable() async throws {
        await #expect(throws: RunFailure.self) {
            _ = try await Self.run(
                corrections: QuarantineCSV.header.joined(separator: ",") + "\r\nx.csv,ab,three,,,,\r\n")
        }
    }

    @Test("A corrected row of counts comes to the figures that the extract would, had it been right")
    func counts() async throws {
        let landing = Repository.root + "/Tests/Golden/recorded-crime-csp/landing"
        let name = "2019-10-17_prc-csp_2019-20-Q1.csv"
        let right = try String(contentsOfFile: landing + "/" + name, encoding: .utf8)
        // The second line of the file: assaults with injury in Hartlepool.
        let row =
            "2019/20,1,Cleveland,Hartlepool,Assault with injury,Violence against the person,Violence with injury,8N,130"
        let wrong = right.replacing(row, with: row + " or so")
        try #require(wrong != right)
        func run(_ text: String, _ corrections: String?) async throws -> RunResult {
            try await Repository.withTemporaryFolder { folder in
                try FileManager.default.copyItem(atPath: landing, toPath: folder + "/in")
                try text.write(toFile: folder + "/in/" + name, atomically: true, encoding: .utf8)
                try corrections?.write(toFile: folder + "/in/back.csv", atomically: true, encoding: .utf8)
                let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/recorded-crime-csp.yaml")
                return try await PipelineRun(plan: plan, input: folder + "/in", quarter: nil, threads: 2).evaluate()
            }
        }
        var csv = QuarantineCSV(extract: name, sha256: Self.sha256(wrong), encoding: .utf8)
        csv.append(QuarantinedRow(line: 2, faults: [.init(.invalidNumber)], bytes: Array(row.utf8)))
        let corrected = try await run(wrong, String(decoding: csv.drain(), as: UTF8.self))
        let whole = try await run(right, nil)
        #expect(corrected.total.corrected == 1 && corrected.total.balances)
        #expect(corrected.figuresByKey == whole.figuresByKey)
        #expect(try await run(wrong, nil).figuresByKey != whole.figuresByKey)
    }
}
