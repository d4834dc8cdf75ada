import Glibc
import Publishing
import Testing

@Suite("Files that are replaced as a whole")
struct FileReplacementTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("What is kept for the next run is there, for the user alone, with its folder, and leaves nothing beside it")
    func keeping() throws {
        let path = folder.path + "/deep/er/known"
        FileReplacement.keep("one\n", at: path)
        FileReplacement.keep("two\n", at: path)
        #expect(try folder.read("deep/er/known") == Array("two\n".utf8))
        #expect(folder.mode(of: "deep/er/known") == 0o600 && folder.mode(of: "deep/er") == 0o700)
        #expect(ScratchFolder.names(in: folder.path + "/deep/er") == ["known"])
    }

    @Test("What a killed run left beside the file is replaced with it")
    func leftOver() throws {
        try folder.write("half", to: ".staging-known")
        FileReplacement.keep("whole\n", at: folder.path + "/known")
        #expect(try folder.read("known") == Array("whole\n".utf8))
        #expect(ScratchFolder.names(in: folder.path) == ["known"])
    }

    @Test("What cannot be kept leaves what is there as it was")
    func failing() throws {
        #expect(mkdir(folder.path + "/known", 0o755) == 0)
        FileReplacement.keep("text\n", at: folder.path + "/known")
        #expect(ScratchFolder.names(in: folder.path) == ["known"])
        #expect(ScratchFolder.names(in: folder.path + "/known").isEmpty)
    }
}
