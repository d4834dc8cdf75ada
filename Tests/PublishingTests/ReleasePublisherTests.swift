import Core
import Files
import Glibc
import ReleaseStore
import Releases
import SystemPackage
import Testing

struct ReleasePublisherTests {
    private let folder: ScratchFolder
    private let quarter = "/hartlepool/2019-20-Q1"

    init() throws { folder = try ScratchFolder() }

    private func publish(_ release: Release) async throws -> PublishedRelease {
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        return try await ReleasePublisher.publish(release, holding: lock)
    }

    @Test func writesEverythingAndPointsLatestToIt() async throws {
        let published = try await publish(MadeUpRelease.release(id: "aaa"))
        #expect(published.folder == folder.path + quarter + "/aaa")
        #expect(!published.isUnchanged)
        #expect(
            published.files == [
                "appendix-1-performance.xlsx", "indicators.csv", "recorded-crime-force.csv", "figures.csv",
                "extracts.csv", "data-quality.csv", "data-dictionary.csv", "datapackage.json", "index.html",
                "manifest.json",
            ])
        #expect(ScratchFolder.names(in: published.folder) == published.files.sorted())
        #expect(ScratchFolder.target(of: folder.path + quarter + "/latest") == "aaa")
        #expect(ScratchFolder.names(in: folder.path + quarter) == ["aaa", "latest"])
        #expect(published.quarantineFolder == folder.path + "/state/quarantine/aaa")
    }

    @Test func theManifestDescribesEveryOtherFile() async throws {
        let published = try await publish(MadeUpRelease.release(id: "aaa"))
        let manifest = String(decoding: try folder.read(quarter + "/aaa/manifest.json"), as: UTF8.self)
        for file in published.files where file != "manifest.json" {
            #expect(manifest.contains("\"file\" : \"\(file)\""))
            let bytes = try folder.read("\(quarter)/aaa/\(file)").count
            #expect(manifest.contains("\"bytes\" : \(bytes)"))
        }
        #expect(manifest.contains("\"extracts\" : {\n    \"count\" : 1,"))
        #expect(manifest.contains("\"quarantined\" : 3,\n      \"read\" : 12,"))
        #expect(!manifest.contains("\"inputs\""))
        #expect(manifest.hasSuffix("}\n"))
        #expect(!manifest.contains(folder.path))
    }

    @Test func theQualityFileSaysWhatTheManifestSays() async throws {
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        let text = String(decoding: try folder.read(quarter + "/aaa/data-quality.csv"), as: UTF8.self)
        #expect(
            text.split(separator: "\r\n").map(String.init) == [
                "extract,measure,reason,rows,status", "crime/2019-06.csv,read,,12,", "crime/2019-06.csv,accepted,,7,",
                "crime/2019-06.csv,quarantined,field-count,1,", "crime/2019-06.csv,quarantined,unknown-area,2,",
                "crime/2019-06.csv,duplicate,,1,", "crime/2019-06.csv,superseded,,0,",
                "crime/2019-06.csv,cancelled,,0,",
                "crime/2019-06.csv,out-of-scope,outside-area,1,", "crime/2019-06.csv,balance,,0,",
                "crime/2019-06.csv,not-data,,0,",
            ])
    }

    @Test func stateIsForNobodyElse() async throws {
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        for path in ["state", "state/quarantine", "state/quarantine/aaa", "state/quarantine/aaa/crime"] {
            #expect(folder.mode(of: path) == 0o700)
        }
        #expect(folder.mode(of: "state/lock") == 0o600)
        #expect(folder.mode(of: "state/quarantine/aaa/crime/2019-06.csv") == 0o600)
    }

    @Test func theSameReleaseTwiceIsTheSameBytes() async throws {
        _ = try await publish(MadeUpRelease.release())
        let first = try folder.snapshot()
        let again = try await publish(MadeUpRelease.release())
        #expect(again.isUnchanged)
        #expect(try folder.snapshot() == first)

        let elsewhere = try ScratchFolder()
        _ = try await ReleasePublisher.publish(MadeUpRelease.release(), holding: OutputLock(output: elsewhere.path))
        #expect(try elsewhere.snapshot() == first)
    }

    @Test func anotherReleaseLeavesTheFirstAndMovesLatest() async throws {
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        let first = try folder.read(quarter + "/aaa/figures.csv")
        _ = try await publish(MadeUpRelease.release(id: "bbb", tables: [MadeUpTables.force]))
        #expect(ScratchFolder.target(of: folder.path + quarter + "/latest") == "bbb")
        #expect(try folder.read(quarter + "/aaa/figures.csv") == first)
        #expect(try folder.read(quarter + "/bbb/figures.csv") != first)
    }

    @Test func aReleaseThatDiffersIsNeverReplaced() async throws {
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        try folder.write("changed by hand", to: quarter + "/aaa/figures.csv")
        let before = try folder.snapshot()
        let expected = OutputFailure.releaseDiffers(folder: folder.path + quarter + "/aaa", file: "figures.csv")
        await #expect(throws: expected) { try await publish(MadeUpRelease.release(id: "aaa")) }
        #expect(expected.exitStatus == .internalFault)
        #expect(try folder.snapshot() == before)
    }

    @Test func aFileThatAnOfficersProgramLeftIsNoDifference() async throws {
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        try folder.write("", to: quarter + "/aaa/.~lock.appendix-1-performance.xlsx#")
        #expect(try await publish(MadeUpRelease.release(id: "aaa")).isUnchanged)
    }

    @Test func whatAKilledRunLeftIsCleared() async throws {
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        for left in [".staging-aaa", ".staging-bbb", ".staging-bbb/deeper"] {
            #expect(mkdir(folder.path + quarter + "/" + left, 0o755) == 0)
        }
        try folder.write("half a file", to: quarter + "/.staging-bbb/deeper/figures.csv")
        #expect(symlink("bbb", folder.path + quarter + "/.staging-latest") == 0)
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        #expect(ScratchFolder.names(in: folder.path + quarter) == ["aaa", "latest"])
    }

    @Test func quarantineThatCannotBeReadPublishesNothing() async throws {
        struct Unreadable: Error {}
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        let before = try folder.snapshot()
        let whole = try MadeUpRelease.release(id: "bbb")
        let broken = Release(
            manifest: whole.manifest, created: whole.created, description: whole.description,
            appendices: whole.appendices, tables: whole.tables,
            quarantine: [
                QuarantineFile(extract: "crime/x.csv", sha256: "ab", encoding: .utf8) { _ in throw Unreadable() }
            ])
        await #expect(throws: Unreadable.self) { try await publish(broken) }
        #expect(try folder.snapshot() == before)
        #expect(ScratchFolder.names(in: folder.path + quarter) == ["aaa", "latest"])
    }

    @Test func latestThatIsNoLinkStopsTheRunBeforeAnythingIsPublished() async throws {
        _ = try await publish(MadeUpRelease.release(id: "aaa"))
        unlink(folder.path + quarter + "/latest")
        try folder.write("", to: quarter + "/latest")
        let before = try folder.snapshot()
        await #expect(throws: OutputFailure.cannotCreate(path: folder.path + quarter + "/latest", errno: .fileExists)) {
            try await publish(MadeUpRelease.release(id: "bbb"))
        }
        #expect(try folder.snapshot() == before)
    }

    @Test(arguments: ["..", "a/b", ".hidden", "a\0b", "latest"])
    func identifiersThatAreNoNamesAreRefused(id: String) async throws {
        await #expect(throws: OutputFailure.unusableName(id)) { try await publish(MadeUpRelease.release(id: id)) }
        #expect(try folder.snapshot().isEmpty)
    }

    @Test func twoTablesWithOneNameAreRefused() async throws {
        let tables = [MadeUpTables.force, MadeUpTables.force]
        await #expect(throws: OutputFailure.unusableName("recorded-crime-force.csv")) {
            try await publish(MadeUpRelease.release(tables: tables))
        }
        #expect(ScratchFolder.names(in: folder.path + quarter).isEmpty)
    }
}
