import Core
import Ingestion
import SystemPackage
import Testing

@Suite struct RefusalTests {
    private func extractError(_ bytes: [UInt8], fallback: TextEncoding = .windows1252) throws -> ExtractError? {
        try Landing().read(bytes, .letters(2, fallback: fallback), .fast).extractError
    }

    @Test(
        "A file counts as empty when it has no bytes, only a byte-order mark or only blank lines",
        arguments: ["", "\u{FEFF}", "\n\n", "\r\n", "\u{FEFF}\r\r"])
    func empty(text: String) throws { #expect(try extractError(Array(text.utf8)) == .empty(file: "a.csv")) }

    @Test("A header alone gives no rows and no rejects", arguments: ["a,b", "a,b\n", "a,b\r\n\r\n", "\u{FEFF}a,b\n"])
    func onlyHeader(text: String) throws {
        let captured = try Landing().read(Array(text.utf8), .letters(2), .fast)
        #expect(captured.extractError == nil)
        #expect(captured.rows.isEmpty && captured.rejects.isEmpty)
        #expect(captured.reading?.endsWithLineBreak == (text != "a,b"))
    }

    @Test(
        "For a file that is not CSV, the message names the format that it seems to have",
        arguments: [
            ("504B030414000600", "zip"), ("D0CF11E0A1B11AE1", ".xls"), ("61002C0062000A00", "UTF-16"),
            ("0061002C0062000A", "UTF-16"), ("FFFE000061000000", "UTF-32"), ("0000FEFF00000061", "UTF-32"),
            ("610000002C000000", "UTF-32"), ("000000610000002C", "UTF-32"), ("255044462D312E34", "PDF"),
            ("3C68746D6C3E0A3C", "HTML"),
            ("0A0A203C21444F43545950452068746D6C3E", "HTML"), ("EFBBBF3C68746D6C3E", "HTML"),
            ("3C7461626C653E", "HTML"), ("1F8B0800", "gzip"), ("3C3F786D6C20", "XML"), ("5B7B2261", "JSON"),
            ("7B2261223A317D", "JSON"),
        ])
    func foreign(hex: String, word: String) throws {
        let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
        guard case .notText("a.csv", let kind) = try extractError(bytes) else {
            Issue.record("taken for text")
            return
        }
        #expect(kind.contains(word))
    }

    @Test("A folder is not a file, and a file that is not there cannot be read")
    func notThere() throws {
        let landing = try Landing()
        #expect(throws: ExtractError.notAFile(file: "a.csv")) { try landing.open(folderItself: true) }
        #expect {
            try landing.open(folderItself: false)
        } throws: { error in
            if case ExtractError.unreadable("a.csv", _) = error { true } else { false }
        }
    }

    @Test(
        "Bytes that are not UTF-8 are refused when the schema has no other encoding",
        arguments: [
            ([0xE9], 1), ([0xC3], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 1),
            ([0xF8, 0x88], 0), ([0x80], 0), ([0xE2, 0x82], 2), ([0xE0, 0x80, 0x80], 1), ([0xF0, 0x8F, 0xBF, 0xBF], 1),
            ([0xF1, 0x80, 0x80], 3), ([0xFE], 0),
        ] as [(bad: [UInt8], wrong: Int)])
    func notDecodable(bad: [UInt8], wrong: Int) throws {
        let before = Array("a,b\n1,2\n3,".utf8)
        // The last paddings place the bytes across the end of the first block.
        for padding in [0, 31, 32, 33, 65_530] + (65_521...65_527) {
            let bytes = before + Array(repeating: 120, count: padding) + bad + Array("\n".utf8)
            guard case .notDecodable("a.csv", let offset) = try extractError(bytes, fallback: .utf8) else {
                Issue.record("read as UTF-8: \(bad)")
                return
            }
            #expect(offset == before.count + padding + wrong)
            #expect(try Landing().read(bytes, .letters(2), .fast).reading?.encodingDecidedBy == "schema")
        }
    }

    @Test("A character may lie across the end of a block", arguments: ["é", "€", "😀"])
    func charactersAcrossBlocks(character: String) throws {
        for padding in 65_520...65_528 {
            let value = String(repeating: "x", count: padding) + character + "y"
            let captured = try Landing().read(Array("a,b\n1,\(value)\n".utf8), .letters(2), .fast)
            #expect(captured.reading?.encodingDecidedBy == "valid")
            #expect(captured.texts == [["1", value]])
        }
    }

    @Test("A byte-order mark decides: a file that is marked as UTF-8 but is not UTF-8 is refused")
    func markDecides() throws {
        guard case .notDecodable = try extractError([0xEF, 0xBB, 0xBF] + Array("a,b\n1,".utf8) + [0xE9, 10]) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("A quote in the wrong place of the header is not reported as the end of the file")
    func malformedHeader() throws {
        let extractError = try #require(try extractError(Array("a,b\"c\n1,2\n".utf8)))
        #expect(extractError.file == "a.csv")
        #expect(!extractError.description.contains("ends in the middle"))
    }

    @Test("A cut-off header is refused as cut off")
    func cutHeader() throws { #expect(try extractError(Array("a,\"b".utf8)) == .truncated(file: "a.csv", line: 1)) }

    @Test("A quote that is never closed in the header is reported as such when the file is whole")
    func unclosedHeader() throws {
        #expect(try extractError(Array("a,\"b\n1,2\n".utf8)) == .malformedHeader(file: "a.csv", line: 1))
    }

    @Test("A file with another usual delimiter is reported as such", arguments: [";", "\t", "|"])
    func otherDelimiter(delimiter: String) throws {
        let text = "\na\(delimiter)b\n1\(delimiter)2\n"
        #expect(
            try extractError(Array(text.utf8))
                == .otherDelimiter(
                    file: "a.csv", line: 2, schema: "letters", delimiter: try #require(delimiter.utf8.first)))
        guard case .missingColumns = try extractError(Array("a\(delimiter)c\n1\(delimiter)2\n".utf8)) else {
            Issue.record("a column is missing with any delimiter")
            return
        }
    }

    @Test("A first row with mostly unknown names is not shown in the message, whatever the schema; a header is")
    func headless() throws {
        func words(_ text: String) throws -> String {
            let extractError = try #require(
                try Landing().read(Array(text.utf8), TableSchema.letters(4), .fast).extractError)
            return "\(extractError)"
        }
        for row in ["K.A.,1984-02-11,F,x", "a,1984-02-11,F,x"] {
            let refused = try words(row + "\n" + row + "\n")
            #expect(!refused.contains("1984"))
            #expect(refused.contains("is not shown"))
        }
        #expect(try words("a,b,c,dd\n1,2,3,4\n").contains("The header is: a | b | c | dd"))
    }

    @Test("A sensitive extract without a header does not show its first row")
    func sensitive() throws {
        var schema = TableSchema.letters(2)
        schema.sensitive = true
        guard
            case .missingColumns(_, _, let missing, let found, _) = try Landing().read(
                Array("x,B1\n1,2\n".utf8), schema, .fast
            ).extractError
        else {
            Issue.record("not refused")
            return
        }
        #expect(found.isEmpty && missing.allSatisfy { $0.nearest == nil })
        guard
            case .missingColumns(_, _, _, let header, _) = try Landing().read(Array("a,bb\n1,2\n".utf8), schema, .fast)
                .extractError
        else {
            Issue.record("not refused")
            return
        }
        // One known name is enough to show that the row is a header.
        #expect(header.map(\.label) == ["a", "column 2"])
    }

    /// Returns the error for a header when the schema needs all of the fields a to d.
    private func headerError(
        _ header: String, sensitive: Bool, others: TableSchema.OtherColumns = .leftOut
    ) throws -> ExtractError {
        var schema = TableSchema.letters(4)
        (schema.sensitive, schema.otherColumns) = (sensitive, others)
        return try #require(try Landing().read(Array((header + "\n1,2,3,4,5\n").utf8), schema, .fast).extractError)
    }

    @Test("For a sensitive schema only known names are shown; a similar name is given by its position")
    func hiddenNames() throws {
        let extractError = try headerError("a,Jekyll,b,cc,D", sensitive: true)
        #expect(!extractError.description.contains("Jekyll") && !extractError.description.contains("cc"))
        #expect(extractError.description.contains("a | column 2 | b | column 4 | D"))
        let near = try headerError("a,b,c,Jekyll", sensitive: true)
        #expect(!near.description.contains("Jekyll"))
        guard case .missingColumns(_, _, _, let found, _) = near else {
            Issue.record("\(near)")
            return
        }
        // A patch of the schema needs the names.
        #expect(found.map(\.text) == ["a", "b", "c", "Jekyll"])
    }

    @Test("The name nearest to a missing column is given by its position when it must not be shown")
    func hiddenCandidate() throws {
        var schema = TableSchema(
            name: "s", title: "S",
            fields: [SchemaField(name: "discharged", role: .date), SchemaField(name: "x", role: .flag)],
            missingValues: [""], records: .events)
        let text = Array("x,dischargd\n1,2\n".utf8)
        let shown = try #require(try Landing().read(text, schema, .fast).extractError)
        #expect(shown.description.contains("the file has 'dischargd': if that is the column, add it to"))
        #expect(!shown.ofUnknownSource.description.contains("dischargd"))
        schema.sensitive = true
        let hidden = try #require(try Landing().read(text, schema, .fast).extractError)
        #expect(!hidden.description.contains("dischargd"))
        #expect(hidden.description.contains("the file has column 2: if that is the column, add its name to"))
        #expect(hidden.description == shown.ofUnknownSource.description)
    }

    @Test("Columns that a schema does not allow are named, unless it is sensitive or the source is not known")
    func hiddenOtherColumns() throws {
        let shown = try headerError("a,b,c,d,Jekyll", sensitive: false, others: .refused)
        #expect(shown.description.contains("the file has 'Jekyll'"))
        let hidden = try headerError("a,b,c,d,Jekyll", sensitive: true, others: .refused)
        #expect(hidden.description.contains("the file has column 5"))
        #expect(hidden.description == shown.ofUnknownSource.description)
    }

    @Test("The line of a byte is the line that the reader counts")
    func lines() throws {
        let bytes = Array("a\nb\r\nc\rd".utf8)
        let landed = try Landing().land(bytes)
        #expect(try bytes.indices.map { try landed.line(ofByte: $0) } == [1, 1, 2, 2, 3, 3, 3, 4])
    }

    @Test("Every refusal names its file, and says what to do")
    func wording() {
        let all: [ExtractError] = [
            .unreadable(file: "x/a.csv", errno: .permissionDenied), .notAFile(file: "x/a.csv"), .empty(file: "x/a.csv"),
            .onlyHeader(file: "x/a.csv"), .missingColumns(file: "x/a.csv", schema: "s", missing: [], found: []),
            .ambiguousColumn(file: "x/a.csv", field: "f", headers: ["f", "F"]),
            .malformedHeader(file: "x/a.csv", line: 1),
            .notText(file: "x/a.csv", looksLike: "a PDF"),
            .notDecodable(file: "x/a.csv", offset: 4), .malformedUTF16(file: "x/a.csv", line: 2),
            .tooLongForUTF16(file: "x/a.csv", limit: 9), .endsInNULs(file: "x/a.csv", line: 2),
            .truncated(file: "x/a.csv", line: 3),
            .recordTooLong(file: "x/a.csv", line: 3, limit: 9), .changedWhileRead(file: "x/a.csv"),
            .severalSources(file: "x/a.csv", ["a", "b"]), .namedBySeveralSources(file: "x/a.csv", ["a", "b"]),
            .otherDelimiter(file: "x/a.csv", line: 1, schema: "s", delimiter: 59),
            .tooManyFaults(
                file: "x/a.csv",
                [
                    ThresholdBreach(
                        rule: .fieldCount, explanation: "made up", column: nil, severity: .refuse, count: 1, read: 1,
                        limit: nil, lines: [2])
                ]),
            .otherColumns(file: "x/a.csv", schema: "s", columns: [], line: 1),
            .ambiguousFormat(file: "x/a.csv", sources: ["a", "b"]),
            .unreadableCorrection(file: "x/a.csv", line: 4), .unreadableDelivery(file: "x/a.csv"),
            .correctionsTooLong(file: "x/a.csv", limit: 9),
        ]
        for extractError in all {
            #expect(extractError.file == "x/a.csv")
            #expect(extractError.description.hasPrefix("x/a.csv:"))
            #expect(extractError.placed.message.first != ":" && !extractError.placed.message.contains("x/a.csv"))
            #expect(extractError.code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
        }
        #expect(Set(all.map(\.description)).count == all.count)
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(
            all.map(\.placed.line) == [
                nil, nil, nil, 1, 1, 1, 1, nil, nil, 2, nil, 2, 3, 3, nil, nil, nil, 1, nil, 1, nil, 4, nil, nil,
            ])
    }
}
