import Core
import Ingestion
import SystemPackage
import TestSupport
import Testing

@Suite("Tables in workbooks and archives")
struct ContainedTableTests {
    @Test("A path is divided after the first workbook or archive in it, by names alone")
    func paths() throws {
        func parts(_ path: String) -> [String]? { ContainedPath.split(path).map { [$0.container, $0.table] } }
        #expect(parts("a/returns.xlsx/Q1") == ["a/returns.xlsx", "Q1"])
        #expect(parts("2019.ZIP/2019-04/x.csv") == ["2019.ZIP", "2019-04/x.csv"])
        #expect(parts("a.zip/b.ods/Sheet") == ["a.zip", "b.ods/Sheet"])
        for path in ["a/returns.xlsx", "a/b.csv", "xlsx/b.csv", "returns.xlsx/", "", "/", "a.xls/b"] {
            #expect(parts(path) == nil, "\(path)")
        }
        // A folder may be named like a workbook.
        #expect(ContainedPath("/tmp/x.zip/y.csv") == nil)
    }

    @Test("A file of an archive is read like the file itself, with its own hash and identity")
    func member() throws {
        let text = Array("a,b\n1,2\n3,4\n".utf8)
        let landing = try Landing()
        let plain = try landing.land(text)
        var archive = MadeUpArchive()
        archive.add("2019-04/a.csv", "a,b\n1,2\n3,4\n")
        archive.add("other.csv", "a,b\n")
        let path = try landing.land(archive.bytes, as: "a.zip", member: "2019-04/a.csv")
        let file = try LandedFile(name: "a.zip/2019-04/a.csv", path: path)
        #expect(try file.sha256() == plain.sha256())
        #expect(try file.bytes(ByteSpan(offset: 4, length: 3)) == Array(text[4..<7]))
        #expect(file.size == text.count && file.sheet == nil)
        #expect(file.identity.member == "2019-04/a.csv" && file.identity.size == text.count)
        #expect(
            Captured.read(file, .letters(2), .fast) == Captured.read(plain, .letters(2), .fast))
        #expect(LandedFile.exists(path))
        #expect(throws: ExtractError.unreadable(file: "x", errno: .noSuchFileOrDirectory)) {
            try LandedFile(name: "x", path: path + "x")
        }
    }

    @Test("A text that is too long for memory is read from the spool at any offset", arguments: [1 << 20, 3 << 20])
    func spooled(size: Int) throws {
        var generator = SeededGenerator(seed: 17)
        let text = (0..<size + 12_345).map { _ in UInt8.random(in: 97...122, using: &generator) }
        var archive = MadeUpArchive()
        archive.members.append(.init(name: "long.csv", bytes: text))
        let landing = try Landing()
        let file = try LandedFile(
            name: "long.csv", path: landing.land(archive.bytes, as: "long.zip", member: "long.csv"))
        #expect(!file.isKept && file.size == text.count)
        for _ in 0..<50 {
            let start = Int.random(in: 0..<text.count, using: &generator)
            let length = Int.random(in: 0...200_000, using: &generator)
            let bytes = try file.bytes(ByteSpan(offset: UInt64(start), length: UInt32(length)))
            #expect(bytes == Array(text[start..<min(text.count, start + length)]))
        }
    }

    @Test("UTF-16 in an archive is converted, and hashed as it is")
    func utf16() throws {
        let bytes: [UInt8] = [0xFF, 0xFE] + "a,b\n1,2\n".utf8.flatMap { [$0, 0] }
        let landing = try Landing()
        let plain = try landing.land(bytes)
        var archive = MadeUpArchive()
        archive.members.append(.init(name: "a.csv", bytes: bytes))
        let file = try LandedFile(name: "a.csv", path: landing.land(archive.bytes, as: "a.zip", member: "a.csv"))
        #expect(try file.sha256() == plain.sha256())
        #expect(file.size == plain.size)
        #expect(Captured.read(file, .letters(2), .fast) == Captured.read(plain, .letters(2), .fast))
    }

    @Test("An archive that changes while it is read is refused, and so is one that is damaged")
    func changes() throws {
        var archive = MadeUpArchive()
        archive.add("a.csv", "a,b\n1,2\n")
        let landing = try Landing()
        let path = try landing.land(archive.bytes, as: "a.zip", member: "a.csv")
        let file = try LandedFile(name: "a.csv", path: path)
        try file.checkUnchanged()
        archive.add("b.csv", "a,b\n")
        _ = try landing.land(archive.bytes, as: "a.zip", member: "a.csv")
        #expect(throws: ExtractError.changedWhileRead(file: "a.csv")) { try file.checkUnchanged() }
        archive.members[0].wrongChecksum = true
        let damaged = try landing.land(archive.bytes, as: "b.zip", member: "a.csv")
        #expect {
            try LandedFile(name: "a.csv", path: damaged)
        } throws: { error in
            guard case .unreadableContainer("a.csv", code: "damaged-archive", _) = error as? ExtractError else {
                return false
            }
            return true
        }
    }

    @Test("The schema of cells takes a day in its ISO form besides the declared ones, and commas alone")
    func cells() throws {
        var schema = TableSchema.letters(2, delimiters: [59])
        schema.fields[1].type = .date([try #require(DateForm("dd/mm/yyyy"))])
        #expect(schema.fields[1].type.date("2019-04-01") == nil)
        let cells = schema.ofCells
        #expect(cells.fields[1].type.date("2019-04-01") == CalendarDate(year: 2019, month: 4, day: 1))
        #expect(cells.fields[1].type.date("01/04/2019") == CalendarDate(year: 2019, month: 4, day: 1))
        #expect(cells.delimiters == [44] && cells.isOfCells && !schema.isOfCells)
    }
}
