import Core
import Ingestion
import Testing

@Suite struct LandedFileTests {
    @Test(
        "The hash is the plain SHA-256",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ])
    func hash(text: String, expected: String) throws {
        #expect(try Landing().land(Array(text.utf8)).sha256() == expected)
    }

    @Test("The hash of several blocks is the hash of the whole file")
    func longHash() throws {
        let million = [UInt8](repeating: 97, count: 1_000_000)
        #expect(
            try Landing().land(million).sha256() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("Spans are cut out exactly, and past the end there is nothing")
    func spans() throws {
        let landing = try Landing()
        let file = try landing.land(Array("0123456789".utf8))
        #expect(try file.bytes(ByteSpan(offset: 3, length: 4)) == Array("3456".utf8))
        #expect(try file.bytes(ByteSpan(offset: 8, length: 9)) == Array("89".utf8))
        #expect(try file.bytes(ByteSpan(offset: 0, length: 0)).isEmpty)
        #expect(file.size == 10)
    }

    @Test(
        "An end-of-file mark is not part of the text, and all rows count",
        arguments: ["a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4"], ParserMode.allCases)
    func endMark(text: String, mode: ParserMode) throws {
        let marked = try Landing().land(Array(text.utf8) + [0x1A])
        let plain = try Landing().land(Array(text.utf8))
        #expect(marked.endsWithMark && !plain.endsWithMark)
        #expect(marked.size == plain.size)
        #expect(try marked.bytes(ByteSpan(offset: 0, length: 99)) == Array(text.utf8))
        #expect(Captured.read(marked, .letters(2), mode) == Captured.read(plain, .letters(2), mode))
        // The hash is that of the delivered file, including the mark.
        #expect(try marked.sha256() != plain.sha256())
    }

    @Test("A mark elsewhere in the file, or several marks, remain as they are")
    func otherMarks() throws {
        let twice = try Landing().land(Array("a,b\n1,2\n".utf8) + [0x1A, 0x1A])
        #expect(twice.size == 9)
        let inside = try Landing().land(Array("a,b\n1,\u{1A}\n".utf8))
        #expect(!inside.endsWithMark && inside.size == 8)
        #expect(throws: ExtractError.empty(file: "a.csv")) {
            try OpenedExtract(file: Landing().land([0x1A]), schema: .letters(2))
        }
    }

    @Test("A file that changes after it was opened is refused")
    func changes() throws {
        let landing = try Landing()
        let file = try landing.land(Array("a,b\n1,2\n".utf8))
        try file.checkUnchanged()
        try landing.append(Array("3,4\n".utf8))
        #expect(throws: ExtractError.changedWhileRead(file: "a.csv")) { try file.checkUnchanged() }
        #expect(Captured.read(file, .letters(2), .fast).extractError == .changedWhileRead(file: "a.csv"))
    }
}
