import CSV
import Core
import Ingestion
import TestSupport
import Testing

/// Our reader reads back unchanged what our writer writes, in any dialect.
@Suite struct RoundTripTests {
    private static let pieces: [String] = [
        "x", "Hartlepool", " ", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "é", "£", "€", "’", "=1+1", "-5",
        "+", "@", "'", "0", "123.5", "a,b", "Total",
    ]
    /// Characters that Windows-1252 does not have.
    private static let wide = ["日本", "😀", "Ω", "\u{301}", "\u{FEFF}"]

    private static func value(_ encoding: FileEncoding, _ generator: inout SeededGenerator) -> String {
        let pieces = encoding == .windows1252 ? pieces : pieces + wide
        let count = Int.random(in: 0...4, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    private static func dialects() -> [CSVDialect] {
        var all: [CSVDialect] = []
        for delimiter in [UInt8](",;\t|".utf8) {
            for quoting in CSVDialect.Quoting.allCases {
                for lineBreak in CSVDialect.LineBreak.allCases {
                    for encoding in FileEncoding.allCases {
                        for isMarked in encoding == .utf8 ? [false, true] : [false] {
                            var dialect = CSVDialect()
                            (dialect.delimiter, dialect.quoting, dialect.lineBreak) = (delimiter, quoting, lineBreak)
                            (dialect.encoding, dialect.isMarked, dialect.guardsFormulas) = (encoding, isMarked, false)
                            all.append(dialect)
                        }
                    }
                }
            }
        }
        return all
    }

    @Test("Any table, in any dialect and encoding, is read as it was written", arguments: 0..<4)
    func roundTrip(part: Int) throws {
        let landing = try Landing()
        var generator = SeededGenerator(seed: 4180 + UInt64(part))
        let dialects = Self.dialects()
        #expect(dialects.count == 4 * 2 * 2 * 5)
        for dialect in dialects {
            for _ in 0..<12 {
                let columns = Int.random(in: 1...4, using: &generator)
                // The last column is not needed. Its name makes sure that a file in Windows-1252 is not valid UTF-8,
                // whatever its values.
                let header = (0..<columns).map { String(UnicodeScalar(UInt8(97 + $0))) } + ["é!"]
                let rows = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                    (0...columns).map { _ in Self.value(dialect.encoding, &generator) }
                }
                var text = CSVWriter(header: header, dialect: dialect)
                for row in rows { text.append(row.map { .text($0) }) }
                let bytes = try text.encoded()
                let schema = TableSchema.letters(columns, delimiters: [dialect.delimiter])
                let file = try landing.land(bytes)
                for mode in ParserMode.allCases {
                    let captured = Captured.read(file, schema, mode)
                    let reading = try #require(captured.reading, "\(dialect) \(rows)")
                    let values = captured.rows.map { row in
                        row.values.map { ($0 ?? []).withUnsafeBytes { reading.encoding.string($0) } }
                    }
                    #expect(values.elementsEqual(rows) { $0.elementsEqual($1.dropLast()) { $0.sameScalars(as: $1) } })
                    #expect(captured.rejects.isEmpty)
                    #expect(reading.fileEncoding == dialect.encoding)
                    #expect(reading.unknownColumns.map(\.label) == ["é!"])
                }
            }
        }
    }

    @Test("A record of one empty column is not taken for a blank line")
    func oneEmptyField() throws {
        var text = CSVWriter(header: ["a"])
        for value in ["", "1", ""] { text.append([.text(value)]) }
        #expect(text.bytes == Array("a\r\n\"\"\r\n1\r\n\"\"\r\n".utf8))
        #expect(try Landing().read(text.bytes, .letters(1), .fast).texts == [[""], ["1"], [""]])
    }

    @Test("A character that Windows-1252 does not have is reported, and no character is replaced")
    func unencodable() {
        var dialect = CSVDialect()
        dialect.encoding = .windows1252
        let text = CSVWriter(header: ["a€", "Ω"], dialect: dialect)
        #expect {
            try text.encoded()
        } throws: { error in
            let fault = error as? CSVWriter.Unencodable
            return fault?.character == "Ω" && fault?.encoding == .windows1252
        }
    }
}

extension String {
    /// Returns whether all scalars are the same; `==` treats different forms of a letter as equal.
    fileprivate func sameScalars(as other: String) -> Bool { unicodeScalars.elementsEqual(other.unicodeScalars) }
}
