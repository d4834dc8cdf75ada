import Core
import Ingestion
import Testing

@Suite("Small files that are read once and kept until they are scanned")
struct KeptFileTests {
    private let text = Array("a,b\n1,2\n3,4\n".utf8)

    @Test("A kept file is opened only once, and is read like a file that is not kept")
    func opens() throws {
        let landing = try Landing()
        let plain = try landing.land(text)
        // A file that is not kept may have been closed in the meantime to let other files be opened.
        for (limit, isKept) in [(text.count, true), (text.count - 1, false)] {
            let count = OpenCount()
            let file = try OpenCount.$current.withValue(count) {
                let file = try landing.open(keepingIn: KeptBytes(limit: limit))
                #expect(try file.sha256() == plain.sha256())
                #expect(Captured.read(file, .letters(2), .fast) == Captured.read(plain, .letters(2), .fast))
                try file.checkUnchanged()
                return file
            }
            #expect(count.byPath.count == 1)
            if isKept { #expect(count.byPath.values.first == 1) }
            #expect(file.size == text.count && file.identity == plain.identity)
        }
    }

    @Test("A small file for which memory lacks room is kept until it has been recognised, then opened again to be read")
    func firstLook() throws {
        let landing = try Landing()
        let plain = try landing.land(text)
        let count = OpenCount()
        try OpenCount.$current.withValue(count) {
            let file = try landing.open(keepingIn: KeptBytes(limit: text.count - 1))
            #expect(file.isInMemory && !file.isKept)
            #expect(try file.sha256() == plain.sha256())
            #expect(count.byPath.values.first == 1)
            file.forgetBytes()
            #expect(!file.isInMemory)
            #expect(try file.sha256() == plain.sha256() && file.head == plain.head)
            try file.checkUnchanged()
            #expect(count.byPath.values.first == 1)
            #expect(Captured.read(file, .letters(2), .fast) == Captured.read(plain, .letters(2), .fast))
            #expect(count.byPath.values.first == 2)
        }
        let later = try landing.open(keepingIn: KeptBytes(limit: 0))
        later.forgetBytes()
        try landing.replace(with: text + Array("5,6\n".utf8))
        #expect(throws: ExtractError.changedWhileRead(file: "a.csv")) { try later.checkUnchanged() }
        #expect(Captured.read(later, .letters(2), .fast).extractError == .changedWhileRead(file: "a.csv"))
    }

    @Test(
        "Kept bytes are read like the file", arguments: ["", "a", "a,b\n1,2\u{1A}", "\u{FEFF}a,b\n1,2\n"],
        ParserMode.allCases)
    func sameReading(text: String, mode: ParserMode) throws {
        let landing = try Landing()
        let plain = try landing.land(Array(text.utf8))
        let kept = try landing.open(keepingIn: KeptBytes())
        #expect(kept.size == plain.size && kept.endsWithMark == plain.endsWithMark)
        #expect(try kept.sha256() == plain.sha256())
        #expect(Captured.read(kept, .letters(2), mode) == Captured.read(plain, .letters(2), mode))
        for offset in 0...text.utf8.count {
            let span = ByteSpan(offset: UInt64(offset), length: 3)
            #expect(try kept.bytes(span) == plain.bytes(span))
        }
    }

    @Test("A kept file in UTF-16 is read as usual, and the hash is that of the file's own bytes")
    func utf16() throws {
        let landing = try Landing()
        let plain = try landing.land([0xFF, 0xFE] + "a,b\n1,2\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        let kept = try landing.open(keepingIn: KeptBytes())
        #expect(try kept.sha256() == plain.sha256())
        #expect(kept.size == plain.size)
        #expect(Captured.read(kept, .letters(2), .fast) == Captured.read(plain, .letters(2), .fast))
    }

    @Test("A kept file that is written to, replaced or deleted after it was opened is refused")
    func changes() throws {
        let landing = try Landing()
        _ = try landing.land(text)
        let first = try landing.open(keepingIn: KeptBytes())
        try landing.append(Array("5,6\n".utf8))
        #expect(throws: ExtractError.changedWhileRead(file: "a.csv")) { try first.checkUnchanged() }
        let second = try landing.open(keepingIn: KeptBytes())
        // Now another file with the same bytes is at the path.
        try landing.replace(with: text + Array("5,6\n".utf8))
        #expect(throws: ExtractError.changedWhileRead(file: "a.csv")) { try second.checkUnchanged() }
        #expect(Captured.read(second, .letters(2), .fast).extractError == .changedWhileRead(file: "a.csv"))
    }

    @Test("A file that is too long to be kept takes no room")
    func longFile() throws {
        let landing = try Landing()
        _ = try landing.land([UInt8](repeating: 97, count: KeptBytes.longestFile + 1))
        let kept = KeptBytes(limit: text.count)
        _ = try landing.open(keepingIn: kept)
        _ = try landing.land(text)
        let count = OpenCount()
        try OpenCount.$current.withValue(count) {
            let file = try landing.open(keepingIn: kept)
            for _ in 0..<3 { _ = try file.sha256() }
        }
        #expect(count.byPath.values.first == 1)
    }
}
