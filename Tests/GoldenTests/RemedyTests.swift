import Foundation
import Testing

/// Tests what the program reports, and what it repairs, when files were deleted or mixed up, or a request comes too
/// early.
@Suite("Mistakes of people, and their remedies", .enabled(if: BuiltProgram.isThere))
struct RemedyTests {
    private static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context\n"

    /// Makes a folder with three months of data in `in`, delivered on 2014-08-10.
    private static func prepared<Result>(_ body: (BuiltProgram) throws -> Result) async throws -> Result {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            for month in 4...6 {
                let row = ",2014-0\(month),Cleveland Police,Cleveland Police,,,,E01011954,Hartlepool 001A,Drugs,,\n"
                let path = folder + "/in/2014-0\(month)-street.csv"
                try (header + row).write(toFile: path, atomically: true, encoding: .utf8)
                try "2014-08-10\n".write(toFile: path + ".delivered", atomically: true, encoding: .utf8)
            }
            return try body(BuiltProgram(folder: folder))
        }
    }

    private static let run = "\"$SHP\" run $ROOT/Pipelines/police-uk-street.yaml --input in --output out"

    @Test("A day before the first delivery is answered with the first day")
    func asAt() async throws {
        try await Self.prepared { program in
            let early = try program.run("\(Self.run) --as-at 2014-08-09 --log-format json")
            #expect(early.status == 66)
            #expect(early.codes == ["none-delivered"])
            #expect(early.messages.contains("had been delivered by 2014-08-09; the first was delivered on 2014-08-10"))
            #expect(try program.run("\(Self.run) --as-at 2014-08-10").status < 2)
        }
    }

    @Test("The index page is made anew on a night on which nothing else changed")
    func index() async throws {
        try await Self.prepared { program in
            #expect(try program.run(Self.run).status < 2)
            // Files that were written just before the run are not remembered.
            FileAge.settle(in: program.folder)
            _ = try program.run("\(Self.run) --force")
            #expect(try program.run(Self.run).output.contains("Unchanged:"))
            _ = try program.run("rm out/index.html")
            _ = try program.run(Self.run)
            #expect(FileManager.default.fileExists(atPath: program.folder + "/out/index.html"))
        }
    }

    @Test("A file of corrected rows is no extract, and no schema is named for it")
    func corrections() async throws {
        try await Self.prepared { program in
            _ = try program.run("echo 'extract,sha256,line,rule,column,reason,row' >in/back.csv")
            let outcome = try program.run(
                "\"$SHP\" validate --definition $ROOT/Pipelines/shp-performance.yaml in/back.csv")
            #expect(outcome.status == 65)
            #expect(outcome.output.contains("correction-file"))
            #expect(!outcome.output.contains("missing-columns"), "\(outcome.output)")
        }
    }

    @Test("An extract without a header line is advised one, and no aliases")
    func headless() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = BuiltProgram(folder: folder)
            _ = try program.run("cp -r $ROOT/SampleData/landing landing || \"${SHP}-sample-data\" landing")
            let file = "landing/treatment/2019-07-15_ndtms_A1001.csv"
            _ = try program.run("tail -n +2 \(file) >x && mv x \(file)")
            let outcome = try program.run(
                "\"$SHP\" suggest $ROOT/Pipelines/shp-performance.yaml --input landing --output patch")
            let words =
                outcome.output + outcome.messages
                + ((try? String(contentsOfFile: folder + "/patch", encoding: .utf8)) ?? "")
            #expect(words.contains("put a header line above it"), "\(words)")
            #expect(!words.contains("its aliases"), "\(words)")
        }
    }

    @Test("An area without a short name lacks one, and is no duplicate")
    func shortName() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = BuiltProgram(folder: folder)
            _ = try program.run(
                "cp -r $ROOT/Pipelines . && sed -i 's/,Stockton,/,,/; s/,Redcar,/,,/' Pipelines/Reference/cleveland-areas.csv"
            )
            let outcome = try program.run("\"$SHP\" check Pipelines/police-uk-street.yaml")
            #expect(outcome.status == 78)
            #expect(outcome.messages.contains("short_name"), "\(outcome.messages)")
            #expect(
                !outcome.messages.contains("duplicate") && !outcome.messages.contains("twice"), "\(outcome.messages)")
        }
    }
}
