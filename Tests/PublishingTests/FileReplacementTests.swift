import Files
import Glibc
import Testing

@Suite("Files that are replaced as a whole")
struct FileReplacementTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("A file for the next run is written with its folder, only for the user, and leaves no other file")
    func keeping() throws {
        let path = folder.path + "/deep/er/known"
        FileReplacement.keep("one\n", at: path)
        FileReplacement.keep("two\n", at: path)
        #expect(try folder.read("deep/er/known") == Array("two\n".utf8))
        #expect(folder.mode(of: "deep/er/known") == 0o600 && folder.mode(of: "deep/er") == 0o700)
        #expect(ScratchFolder.names(in: folder.path + "/deep/er") == ["known"])
    }

    @Test("A file that a killed run left next to it is replaced, too")
    func leftOver() throws {
        try folder.write("half", to: ".staging-known")
        FileReplacement.keep("whole\n", at: folder.path + "/known")
        #expect(try folder.read("known") == Array("whole\n".utf8))
        #expect(ScratchFolder.names(in: folder.path) == ["known"])
    }

    @Test("When writing fails, the existing file stays as it was")
    func failing() throws {
        #expect(mkdir(folder.path + "/known", 0o755) == 0)
        FileReplacement.keep("text\n", at: folder.path + "/known")
        #expect(ScratchFolder.names(in: folder.path) == ["known"])
        #expect(ScratchFolder.names(in: folder.path + "/known").isEmpty)
    }
}
