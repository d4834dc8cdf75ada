import Core
import Ingestion
import TestSupport
import Testing

@Suite struct UTF16Tests {
    private static func encoded(_ text: String, bigEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    @Test("UTF-16 with a byte-order mark gives the same result as the same text in UTF-8", arguments: [false, true])
    func sameAsUTF8(bigEndian: Bool) throws {
        let landing = try Landing()
        let texts = [
            "a,b\r\n1,2\r\n", "a,b\n1,é\n2,€\n3,日本\n4,😀\n", "title\n\na,b\n\"x\ny\",2\n\n3,\"4\n5,6\n", "a,b\n1,2",
            "a,b\n1,2,,\n3,4,x\n",
        ]
        for text in texts {
            for mode in ParserMode.allCases {
                let expected = try landing.read(Array(text.utf8), .letters(2), mode)
                let captured = try landing.read(Self.encoded(text, bigEndian: bigEndian), .letters(2), mode)
                #expect(captured.rows == expected.rows && captured.rejects == expected.rejects)
                #expect(captured.extractError == nil)
                var reading = try #require(expected.reading)
                reading.fileEncoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
                reading.encodingDecidedBy = "bom"
                #expect(captured.reading == reading)
            }
        }
    }

    @Test("The hash and the identity are those of the file; spans refer to the text")
    func identity() throws {
        let bytes = Self.encoded("a,b\n1,é\n", bigEndian: false)
        let file = try Landing().land(bytes)
        #expect(file.identity.size == bytes.count && file.size == 9)
        #expect(try file.bytes(ByteSpan(offset: 4, length: 99)) == Array("1,é\n".utf8))
        #expect(try file.bytes(ByteSpan(offset: 99, length: 1)).isEmpty)
        // printf '\377\376a\0,\0b\0\n\0001\0,\0\351\0\n\0' | sha256sum
        #expect(try file.sha256() == "4ed45c391558e1c8783b44e10796b2664afc0e360e78e3e73dc49efa6e55cd7f")
    }

    @Test(
        "Half a character is refused, with its line, wherever it is",
        arguments: [[0xD83D], [0xDE00], [0xD83D, 0x41], [0xD83D, 0xD83D, 0xDE00]] as [[UInt16]])
    func unpaired(units: [UInt16]) throws {
        for padding in ["", "x", "😀"] {
            let before = Self.encoded("a,b\r\n1,2\r\n3,\(padding)", bigEndian: true)
            let bytes = before + units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
            let extractError = ExtractError.malformedUTF16(file: "a.csv", line: 3)
            let landing = try Landing()
            #expect(throws: extractError) { try landing.land(bytes + [0, 10]) }
            if units.last != 0x41 { #expect(throws: extractError) { try landing.land(bytes) } }
        }
    }

    @Test("A file with an odd number of bytes is refused as cut off")
    func odd() throws {
        let landing = try Landing()
        let bytes = Self.encoded("a,b\n1,2\n3,4", bigEndian: false)
        #expect(throws: ExtractError.truncated(file: "a.csv", line: 3)) { try landing.land(bytes.dropLast()) }
        #expect(throws: ExtractError.truncated(file: "a.csv", line: 1)) { try landing.land([0xFF, 0xFE, 0x61]) }
    }

    @Test("A file that is too long to be held in memory is refused before it is read")
    func tooLong() throws {
        let limit = 256 << 20
        #expect(throws: ExtractError.tooLongForUTF16(file: "a.csv", limit: limit)) {
            try Landing().land([0xFF, 0xFE, 0x61], length: limit + 1)
        }
        #expect(try Landing().land([0xFF, 0xFE, 0, 0], length: limit + 1).size == limit + 1)
    }

    @Test("A mark alone is an empty file")
    func markAlone() throws {
        #expect(try Landing().read([0xFF, 0xFE], .letters(2), .fast).extractError == .empty(file: "a.csv"))
    }

    @Test("Generated tables in UTF-16 give the rows of the same tables in UTF-8")
    func generated() throws {
        let landing = try Landing()
        var generator = SeededGenerator(seed: 16)
        for _ in 0..<2000 {
            let table = GeneratedTable.rows(.random(in: 0...9, using: &generator), &generator)
            guard let text = String(validating: table.bytes, as: UTF8.self), text.unicodeScalars.first != "\u{FEFF}"
            else { continue }
            let schema = TableSchema.letters(table.columns, delimiters: [table.delimiter])
            let expected = try landing.read(table.bytes, schema, .fast)
            let captured = try landing.read(Self.encoded(text, bigEndian: false), schema, .fast)
            #expect(captured.rows == expected.rows && captured.rejects == expected.rejects)
            #expect(captured.extractError == expected.extractError)
        }
    }
}
