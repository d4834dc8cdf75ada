import Evaluation
import FoundationEssentials
import Ingestion
import Intake
import PipelineEngine
import Planning
import Records
import Testing

@Suite("Hashes of extracts that an earlier run knew")
struct KnownFilesTests {
    private static let digest = String(repeating: "0123abcd", count: 8)

    private func known(_ json: String, in folder: String) throws -> KnownFiles {
        try FileManager.default.createDirectory(atPath: folder + "/state", withIntermediateDirectories: true)
        try json.write(toFile: folder + "/state/known-files", atomically: true, encoding: .utf8)
        return KnownFiles(output: folder)
    }

    private func entry(size: Int, modified: Int = 5, digest: String = digest) -> String {
        #"{"device":1,"inode":18446744073709551615,"size":\#(size),"modified":\#(modified),"sha256":"\#(digest)"}"#
    }

    private func identity(size: Int, modified: Int = 5) -> FileIdentity {
        FileIdentity(device: 1, inode: .max, size: size, modified: modified)
    }

    @Test("What a run remembers is known to the next, by the file's identity")
    func roundTrip() async throws {
        try await Repository.withTemporaryFolder { folder in
            let landing = folder + "/in"
            try FileManager.default.createDirectory(atPath: landing, withIntermediateDirectories: true)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
            try Self.street.write(toFile: landing + "/2014-04-street.csv", atomically: true, encoding: .utf8)
            FileAge.settle(in: folder)
            let result = try await PipelineRun(plan: plan, input: landing, quarter: nil, threads: 1).evaluate()
            KnownFiles.remember(result.extracts, output: folder)
            let known = KnownFiles(output: folder)
            let read = try #require(result.extracts.first)
            #expect(known[read.identity] == read.sha256 && read.sha256.utf8.count == 64)
            #expect(known[identity(size: 1)] == nil)
        }
    }

    /// An extract with three months of one area.
    private static let street =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context\n"
        + (4...6).map { ",2014-0\($0),Cleveland Police,Cleveland Police,,,,E01011954,Hartlepool 001A,Drugs,,\n" }
        .joined()

    @Test("A file that was written to no earlier than the list is not known, nor is one with half a hash")
    func doubtful() async throws {
        try await Repository.withTemporaryFolder { folder in
            let list = [entry(size: 1), entry(size: 2, modified: .max), entry(size: 3, digest: "0123")]
            let known = try known("[\(list.joined(separator: ","))]", in: folder)
            #expect(known[identity(size: 1)] == Self.digest)
            #expect(known[identity(size: 2, modified: .max)] == nil && known[identity(size: 3)] == nil)
        }
    }

    @Test(
        "A list that was damaged, or has the form of an earlier version, is none",
        arguments: ["", "rubbish", "[ENTRY", #"[ENTRY,{"device":2}]"#, "1 18446744073709551615 1 5 \(digest)\n"])
    func damaged(list: String) async throws {
        try await Repository.withTemporaryFolder { folder in
            let known = try known(list.replacing("ENTRY", with: entry(size: 1)), in: folder)
            #expect(known[identity(size: 1)] == nil)
        }
    }
}
