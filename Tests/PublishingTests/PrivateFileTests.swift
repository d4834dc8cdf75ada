import FoundationEssentials
import Glibc
import Publishing
import Testing

@Suite struct PrivateFileTests {
    private func mode(of path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test(
        "A private file has mode 0600, also in the place of a longer one that others could read",
        arguments: [true, false])
    func mode(isThere: Bool) throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/labels.patch"
        if isThere {
            try String(repeating: "old", count: 99).write(toFile: path, atomically: false, encoding: .utf8)
            #expect(chmod(path, 0o644) == 0)
        }
        try PrivateFile.write("new\n", to: path)
        #expect(mode(of: path) == 0o600)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new\n")
    }

    @Test("A file that cannot be made is said to be that")
    func cannotBeMade() throws {
        let folder = try ScratchFolder()
        #expect(throws: OutputFailure.self) { try PrivateFile.write("x", to: folder.path + "/missing/labels.patch") }
    }
}
