import Core
import Evaluation
import FoundationEssentials
import PipelineEngine
import Planning
import ReleaseStore
import Releases
import Testing

@Suite("What the last run had before it")
struct RunMemoryTests {
    private static let program = ProgramVersion(name: "shp", version: "0")
    private static var now: Moment { Moment(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }

    /// A landing folder with one extract, a definition and an output folder.
    private struct Place {
        let folder: String
        var landing: String { folder + "/in" }
        var output: String { folder + "/out" }
        var definition: String { folder + "/Pipelines/police-uk-street.yaml" }
        var extract: String { landing + "/2014-street.csv" }

        init(_ folder: String) throws {
            self.folder = folder
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let header =
                "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
                + "Last outcome category,Context\n"
            let rows = (4...6).map {
                ",2014-0\($0),Cleveland Police,Cleveland Police,,,,E01011954,Hartlepool 001A,Drugs,,\n"
            }
            try (header + rows.joined()).write(toFile: extract, atomically: true, encoding: .utf8)
        }

        func memory() -> RunMemory {
            RunMemory(
                output: output, .init(definition: definition, input: landing, quarter: nil, program: program),
                began: RunMemoryTests.now)
        }

        /// Runs, publishes and remembers the run.
        func run(
            remarks: [RunVerdict.Remark] = [], changing change: () throws -> Void = {}
        ) async throws -> String {
            FileAge.settle(in: folder)
            let memory = memory()
            try change()
            let lock = try OutputLock(output: output)
            let result = try await PipelineRun(
                plan: PlanCompiler.compile(path: definition), input: landing, quarter: nil, threads: 2
            ).evaluate()
            let release = try await ReleasePublisher.publish(result.release(by: program), holding: lock)
            memory.remember(result, release: release.folder, remarks: remarks)
            return release.folder
        }
    }

    @Test("Nothing changed: the release is known, and by the same question only")
    func unchanged() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            #expect(place.memory().unchanged() == nil)
            let release = try await place.run()
            #expect(place.memory().unchanged()?.release == release)
            let other = RunMemory(
                output: place.output,
                .init(definition: place.definition, input: place.landing, quarter: "2014-15-Q1", program: Self.program),
                began: Self.now)
            #expect(other.unchanged() == nil)
        }
    }

    @Test("What a run reported for review is reported again, whatever its words")
    func remarks() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            let remarks = [RunVerdict.Remark(code: "a-code", sentence: "One line,\nand \"another\"; é")]
            _ = try await place.run(remarks: remarks)
            #expect(place.memory().unchanged()?.remarks == remarks)
        }
    }

    @Test(
        "An extract, a file that no source takes, a schema, a reference table, an output or `latest` that changed is seen",
        arguments: [
            "echo >> in/2014-street.csv", "touch in/2014-street.csv", "mv in/2014-street.csv in/2015-street.csv",
            "cp in/2014-street.csv in/x && mv in/x in/2014-street.csv", "touch in/readme.txt",
            "echo '#' >> Pipelines/police-uk-street.yaml", "echo >> Pipelines/Reference/police-uk-codes.csv",
            "echo '#' >> Pipelines/Schemas/police-uk-street.yaml", "rm out/*/*/latest/manifest.json",
            "for file in out/*/*/latest/figures.csv; do echo >> $file; done", "rm -r out/*/*",
            "ln -sfn nowhere out/*/*/latest",
        ])
    func changed(command: String) async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            _ = try await place.run()
            #expect(place.memory().unchanged() != nil)
            #expect(try Repository.shell(command, in: folder) == 0)
            #expect(place.memory().unchanged() == nil)
        }
    }

    @Test("A file that was written to after the run began is not remembered: nobody knows which state was read")
    func racing() async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            _ = try await place.run { _ = try Repository.shell("touch in/2014-street.csv", in: folder) }
            #expect(place.memory().unchanged() == nil)
        }
    }

    @Test(
        "A memory that was damaged, or has the form of an earlier version, is none",
        arguments: [
            "echo rubbish > $f", #"sed -i 's/"inode"/"node"/' $f"#, "truncate -s -2 $f",
            "printf 'landing in\\nrelease out/a/b/c\\n' > $f",
        ])
    func damaged(command: String) async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            _ = try await place.run()
            #expect(place.memory().unchanged() != nil)
            #expect(try Repository.shell("for f in out/state/runs/*; do \(command); done", in: folder) == 0)
            #expect(place.memory().unchanged() == nil)
        }
    }

    @Test(
        "A link or a name that a landing folder must not have is for the run to report",
        arguments: ["ln -s /etc/hostname in/link.csv", #"touch "in/$(printf 'bad\377.csv')""#])
    func refusedEntries(command: String) async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            _ = try await place.run()
            #expect(place.memory().unchanged() != nil)
            #expect(try Repository.shell(command, in: folder) == 0)
            #expect(place.memory().unchanged() == nil)
        }
    }

    @Test(
        "Whatever is added to a sealed release is for the run to report",
        arguments: ["touch README.md", "mkdir empty", "touch .hidden", "ln -s /etc/hostname link"])
    func sealedEntries(command: String) async throws {
        try await Repository.withTemporaryFolder { folder in
            let place = try Place(folder)
            let release = try await place.run()
            let lock = try OutputLock(output: place.output)
            let day = try #require(CalendarDate(year: 2014, month: 8, day: 1))
            _ = try ReleaseSeal.issue(try ReleaseFolder(release), on: day, today: day, holding: lock)
            lock.release()
            _ = try await place.run()
            #expect(place.memory().unchanged() != nil)
            #expect(try Repository.shell("chmod u+w . && \(command); chmod u-w .", in: release) == 0)
            #expect(place.memory().unchanged() == nil)
        }
    }
}
