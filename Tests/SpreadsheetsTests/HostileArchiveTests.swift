import Spreadsheets
import TestSupport
import Testing

/// Archives that are damaged or made to do harm.
struct HostileArchiveTests {
    private let sound = MadeUpWorkbook.excel("<row><c><v>1</v></c></row>")

    private func changed(_ change: (inout MadeUpArchive.Member) -> Void) throws -> SpreadsheetError? {
        var archive = sound
        change(&archive.members[4])
        return try MadeUpWorkbook.error(archive.bytes)
    }

    @Test func aSoundArchiveIsRead() throws { #expect(try MadeUpWorkbook.error(sound.bytes) == nil) }

    @Test func namesThatLeadOutAreRefused() throws {
        for name in ["../a", "/a", "a/../../b", "C:/a", "a\nb", "..\\a"] {
            var archive = sound
            archive.members.append(.init(name: name, bytes: [], flags: 0))
            #expect(try MadeUpWorkbook.error(archive.bytes)?.code == "unsafe-member-name", "\(name)")
        }
    }

    @Test func damageIsFound() throws {
        #expect(try changed { $0.wrongChecksum = true }?.code == "damaged-archive")
        #expect(try changed { $0.declaredSize = 10 }?.code != nil)
        #expect(try changed { $0.flags = 1 }?.code == "encrypted-archive")
        #expect(try changed { $0.method = 12 }?.code == "unknown-compression")
        #expect(try changed { $0.declaredSize = 2_000_000_000 }?.code == "zip-bomb")
        #expect(try changed { $0.name = "book/main.xml" }?.code == "duplicate-member")
        #expect(try changed { $0.name = "elsewhere.xml" }?.code == "missing-part")
        #expect(try changed { $0.bytes = Array("<worksheet><row></worksheet>".utf8) }?.code == "not-xml")
        #expect(try changed { $0.bytes = Array("<!DOCTYPE a><a/>".utf8) }?.code == "entities-in-workbook")
    }

    @Test func documentTypesAreRefusedInEveryPart() throws {
        for index in [0, 1, 2, 3, 4, 5, 6] {
            var archive = sound
            archive.members[index].bytes = Array("<!DOCTYPE a [<!ENTITY b 'c'>]>".utf8) + archive.members[index].bytes
            #expect(try MadeUpWorkbook.error(archive.bytes)?.code == "entities-in-workbook", "\(index)")
        }
    }

    @Test func everyShorterFileIsRefused() throws {
        let bytes = sound.bytes
        for length in 0..<bytes.count where length % 7 == 0 || length > bytes.count - 60 {
            #expect(try MadeUpWorkbook.error(Array(bytes.prefix(length))) != nil, "\(length)")
        }
    }

    @Test func otherDocumentsAreRefusedByName() throws {
        let binary = MadeUpWorkbook.excel("", type: "application/vnd.ms-excel.sheet.binary.macroEnabled.main")
        #expect(try MadeUpWorkbook.error(binary.bytes) == .otherDocument(file: "a.xlsx", .xlsb))
        #expect(
            try MadeUpWorkbook.error([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])?.code
                == "old-or-encrypted-workbook")
        var numbers = MadeUpArchive()
        numbers.add("Index/Document.iwa", "")
        #expect(try MadeUpWorkbook.error(numbers.bytes) == .otherDocument(file: "a.xlsx", .numbers))
    }

    @Test func cellsBeyondTheLimitsAreRefused() throws {
        for (rows, code) in [
            ("<row r='99999999999999999999'><c/></row>", "cells-out-of-order"),
            ("<row r='1048577'><c><v>1</v></c></row>", "beyond-spreadsheet-limits"),
            ("<row><c r='XFE1'><v>1</v></c></row>", "beyond-spreadsheet-limits"),
            ("<row r='2'/><row r='1'/>", "cells-out-of-order"),
            ("<row><c t='s'><v>5</v></c></row>", "damaged-archive"),
        ] { #expect(try MadeUpWorkbook.error(MadeUpWorkbook.excel(rows).bytes)?.code == code, "\(rows)") }
        let repeated =
            "<table-row t:number-rows-repeated='9223372036854775807'><table-cell><p:p>a</p:p></table-cell></table-row>"
        _ = try MadeUpWorkbook.error(MadeUpWorkbook.openDocument(repeated).bytes)
    }

    /// Damaged workbooks of both kinds end in a text or in an error, never in a crash.
    @Test(arguments: 0..<8) func damagedWorkbooksDoNotCrash(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let open = MadeUpWorkbook.openDocument("<table-row><table-cell><p:p>a</p:p></table-cell></table-row>")
        for _ in 0..<200 {
            var archive = Bool.random(using: &generator) ? sound : open
            if Bool.random(using: &generator) {
                let index = Int.random(in: 0..<archive.members.count, using: &generator)
                archive.members[index].bytes = ByteMutation.mutated(archive.members[index].bytes, by: &generator)
                _ = try MadeUpWorkbook.error(archive.bytes)
            } else {
                _ = try MadeUpWorkbook.error(ByteMutation.mutated(archive.bytes, by: &generator))
            }
        }
    }
}
