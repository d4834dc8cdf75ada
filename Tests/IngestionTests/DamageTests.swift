import Core
import Ingestion
import Testing

/// NUL bytes, and columns without a name.
@Suite struct DamageTests {
    @Test(
        "Only a row with a NUL is refused, with its line",
        arguments: [
            "\u{0},2", "1,2\u{0}", "1\u{0},2", "\"1\u{0}\",2", "\"1\n\u{0}\",2", "\u{0}", "1,2,3\u{0}", "\u{0}1,2,",
        ])
    func nul(row: String) throws {
        for mode in ParserMode.allCases {
            for lineBreak in ["\n", "\r\n"] {
                let text = ["a,b", "0,0", row, "3,4", ""].joined(separator: lineBreak)
                let captured = try Landing().read(Array(text.utf8), .letters(2), mode)
                #expect(captured.rejects.map(\.rule) == [.nulByte])
                #expect(captured.rejects.map(\.line) == [3])
                #expect(captured.texts == [["0", "0"], ["3", "4"]])
            }
        }
    }

    @Test("A file that ends in NULs is refused from where they begin", arguments: [1, 9, 70_000, 1_100_000])
    func nulEnd(count: Int) throws {
        for (text, line) in [("a,b\n1,2\n", 3), ("a,b\r\n1,2\r\n3,", 3), ("", 1)] {
            let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: count)
            for mode in ParserMode.allCases {
                #expect(
                    try Landing().read(bytes, .letters(2), mode).extractError == .endsInNULs(file: "a.csv", line: line))
            }
        }
    }

    @Test("Other control characters are values, on either path", arguments: [UInt8](1...31) + [127])
    func controls(byte: UInt8) throws {
        guard byte != 10, byte != 13 else { return }
        for mode in ParserMode.allCases {
            let bytes = Array("a,b\n1".utf8) + [byte] + Array(",2\n3,4\n".utf8)
            let captured = try Landing().read(bytes, .letters(2), mode)
            #expect(captured.rows.map(\.values) == [[[49, byte], [50]], [[51], [52]]])
        }
    }

    @Test(
        "Empty fields after the last column are ignored, in the header and in rows",
        arguments: [("a,b", 0), ("a,b,", 1), ("a,b,,,", 3), ("a,b,\"\", ", 2)])
    func padding(header: String, nameless: Int) throws {
        let rows = ["1,2", "3,4,", "5,6,,,,", "7,8,\"\"", ",", "9,"]
        for mode in ParserMode.allCases {
            let text = ([header] + rows).joined(separator: "\n") + "\n"
            let captured = try Landing().read(Array(text.utf8), .letters(2), mode)
            #expect(captured.texts == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"], ["", ""], ["9", ""]])
            #expect(captured.rejects.isEmpty)
            #expect(captured.reading?.trailingEmptyColumns == nameless)
            #expect(captured.reading?.paddedRows == 3)
            #expect(captured.reading?.unknownColumns == [])
        }
    }

    @Test(
        "A value after the last column, or too few columns, is a fault", arguments: ["1,2,3", "1,2,,3", "1,2, ", "1"])
    func overfull(row: String) throws {
        for header in ["a,b", "a,b,,"] {
            for mode in ParserMode.allCases {
                let captured = try Landing().read(Array("\(header)\n\(row)\n5,6\n".utf8), .letters(2), mode)
                #expect(captured.rejects.map(\.rule) == [.fieldCount])
                #expect(captured.texts == [["5", "6"]])
                #expect(captured.reading?.paddedRows == 0)
            }
        }
    }
}
