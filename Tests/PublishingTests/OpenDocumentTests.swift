import Files
import ReleaseStore
import Testing

@Suite("Copies in OpenDocument")
struct OpenDocumentTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test(
        "A program that fails, or makes nothing, leaves the release as it is and no folder beside it",
        arguments: ["/bin/false", "/bin/true"])
    func failing(program: String) async throws {
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        let published = try await ReleasePublisher.publish(MadeUpRelease.release(id: "aaa"), holding: lock)
        let before = try folder.snapshot()
        #expect(throws: OutputFailure.self) { try OpenDocumentCopies(by: program).make(of: published, holding: lock) }
        #expect(try folder.snapshot() == before)
        #expect(ScratchFolder.names(in: folder.path + "/hartlepool/2019-20-Q1") == ["aaa", "latest"])
    }

    @Test("A program that is not there cannot be started, and one that does not end is ended")
    func starting() {
        #expect(throws: OutputFailure.self) {
            try ExternalProgram(path: "/nowhere/soffice", environment: []).run([], within: .seconds(1))
        }
        #expect(throws: OutputFailure.self) {
            let endless = ExternalProgram(path: "/usr/bin/tail", environment: [])
            try endless.run(["-f", "/dev/null"], within: .milliseconds(100))
        }
    }
}
