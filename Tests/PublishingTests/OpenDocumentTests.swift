import Files
import Formats
import ReleaseStore
import Testing

@Suite("Copies in OpenDocument")
struct OpenDocumentTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static func format() throws -> any AppendixFormat { try #require(AppendixFormats.format("ods")) }

    @Test(
        "When the program fails or makes no file, the release stays as it is, and no folder is left next to it",
        arguments: ["/bin/false", "/bin/true"])
    func failing(program: String) async throws {
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        let release = try MadeUpRelease.release(id: "aaa")
        let published = try await ReleasePublisher.publish(release, holding: lock)
        let formats = try ChosenFormats([Self.format()], installed: ["soffice": program])
        let before = try folder.snapshot()
        #expect(throws: OutputFailure.self) {
            try ReleaseCopies.make(of: release, at: published, in: formats, holding: lock)
        }
        #expect(try folder.snapshot() == before)
        #expect(ScratchFolder.names(in: folder.path + "/hartlepool/2019-20-Q1") == ["aaa", "latest"])
    }

    @Test("A missing program cannot be started, and a program that does not end is stopped")
    func starting() throws {
        let converter = try #require(try Self.format().converter)
        #expect(throws: OutputFailure.self) {
            try ExternalProgram(converter, path: "/nowhere/soffice", environment: []).run([], within: .seconds(1))
        }
        #expect(throws: OutputFailure.self) {
            let endless = ExternalProgram(converter, path: "/usr/bin/tail", environment: [])
            try endless.run(["-f", "/dev/null"], within: .milliseconds(100))
        }
    }
}
