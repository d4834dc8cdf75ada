import Files
import Glibc
import Testing

@Suite struct PrivateFileTests {
    @Test(
        "A private file has mode 0600, also when it replaces a longer file that others could read",
        arguments: [true, false])
    func mode(isThere: Bool) throws {
        let folder = try ScratchFolder()
        if isThere {
            try folder.write(String(repeating: "old", count: 99), to: "labels.patch")
            #expect(chmod(folder.path + "/labels.patch", 0o644) == 0)
        }
        try PrivateFile.write("new\n", to: folder.path + "/labels.patch")
        #expect(folder.mode(of: "labels.patch") == 0o600)
        #expect(try folder.read("labels.patch") == Array("new\n".utf8))
    }

    @Test("A file that cannot be created is reported as such")
    func cannotBeMade() throws {
        let folder = try ScratchFolder()
        #expect(throws: OutputFailure.self) { try PrivateFile.write("x", to: folder.path + "/missing/labels.patch") }
    }
}
