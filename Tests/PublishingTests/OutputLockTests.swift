import Core
import Files
import FoundationEssentials
import Glibc
import ReleaseStore
import SystemPackage
import Testing

struct OutputLockTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func makesTheFolder() throws {
        let output = folder.path + "/a/b"
        let lock = try OutputLock(output: output)
        #expect(ScratchFolder.names(in: lock.output) == ["state"])
    }

    @Test func onlyOneHasIt() throws {
        let lock = try OutputLock(output: folder.path)
        let held = OutputFailure.locked(path: folder.path + "/state/lock")
        #expect(throws: held) { try OutputLock(output: folder.path) }
        #expect(held.exitStatus == .locked)
        lock.release()
        _ = try OutputLock(output: folder.path)
    }

    @Test func itCanBeWaitedFor() async throws {
        let lock = try OutputLock(output: folder.path)
        #expect(throws: OutputFailure.self) { try OutputLock(output: folder.path, waiting: .milliseconds(120)) }
        let path = folder.path
        async let waited = Task.detached { try OutputLock(output: path, waiting: .seconds(20)).output }.value
        // When there is a second descriptor, the other lock has begun to wait.
        while Self.descriptors(of: path + "/state/lock") < 2 { await Task.yield() }
        lock.release()
        #expect(try await waited == path)
    }

    /// Returns how many descriptors this process has open on a file.
    private static func descriptors(of path: String) -> Int {
        let open = "/proc/self/fd"
        return ScratchFolder.names(in: open).count {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: open + "/" + $0)) == path
        }
    }

    @Test func itEndsWithTheObject() throws {
        do { _ = try OutputLock(output: folder.path) }
        _ = try OutputLock(output: folder.path)
    }

    @Test func aFileInTheFoldersPlaceIsInTheWay() throws {
        try folder.write("", to: "output")
        let path = folder.path + "/output"
        let failure = #expect(throws: OutputFailure.self) { try OutputLock(output: path) }
        #expect(failure == .cannotCreate(path: path, errno: .notDirectory))
        #expect(failure?.exitStatus == .cannotCreate)
        #expect(throws: OutputFailure.cannotCreate(path: path + "/deeper", errno: .notDirectory)) {
            try OutputLock(output: path + "/deeper")
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
    func aFolderThatMayNotBeWrittenIsAMatterOfPermission() throws {
        chmod(folder.path, 0o500)
        defer { chmod(folder.path, 0o700) }
        let failure = #expect(throws: OutputFailure.self) { try OutputLock(output: folder.path) }
        #expect(failure == .noPermission(path: folder.path + "/state"))
        #expect(failure?.exitStatus == .noPermission)
    }

    @Test func everyFailureSaysWhatToDo() {
        let failures: [OutputFailure] = [
            .cannotCreate(path: "p", errno: .notDirectory), .io(path: "p", errno: .noSpace),
            .io(path: "p", errno: .ioError),
            .noPermission(path: "p"), .locked(path: "p"), .releaseDiffers(folder: "p", file: "f"),
            .workbook(path: "p", message: "m"), .unusableName("p"),
        ]
        for failure in failures { #expect(failure.description.contains("p")) }
        #expect(OutputFailure.io(path: "p", errno: .noSpace).description.contains("free some disk space"))
    }
}
