import Ingestion
import TestSupport
import Testing

@Suite struct ParserPropertyTests {
    @Test("Generated tables: fast, libcsv and RFC 4180 agree on values, lines, spans and rejects", arguments: 0..<20)
    func generated(part: Int) throws {
        let agreement = try Agreement()
        var generator = SeededGenerator(seed: 1000 + UInt64(part))
        for number in 0..<5000 {
            let table =
                number % 3 == 0
                ? GeneratedTable.soup(&generator)
                : GeneratedTable.rows(.random(in: 0...9, using: &generator), &generator, noise: number % 5 == 0 ? 0 : 8)
            try agreement.check(
                table.bytes, columns: table.columns, delimiter: table.delimiter, "part \(part), table \(number)")
        }
    }

    @Test("Tables longer than the 64 KiB window, and than a batch of 4,096 rows", arguments: 0..<12)
    func long(part: Int) throws {
        let agreement = try Agreement()
        var generator = SeededGenerator(seed: 7000 + UInt64(part))
        let table = GeneratedTable.rows(3000 + 900 * part, &generator, noise: part % 2 == 0 ? 200 : 0)
        try agreement.check(table.bytes, columns: table.columns, delimiter: table.delimiter, "part \(part)")
    }

    @Test("A quoted break, an escaped quote or a CRLF may lie across the window's border", arguments: -6...6)
    func windowBorder(shift: Int) throws {
        let agreement = try Agreement()
        let tails = [
            "1,\"x\r\ny\"\r\n2,3\r\n", "1,\"x\"\"y\"\n2,3\n", "1,2\r\n3,4\r\n", "1,2\r3,4\r", "1,\"x\ry\"\n2,3\n",
            "1,x\"y\n2,3\n",
            "1,\"2\n3,4\n5,6\n", "1,é\r\n2,€\r\n", "\r\n\r\n1,2\r\n",
        ]
        for tail in tails {
            for window in [1 << 16, 1 << 17] {
                // The middle of the tail lies at the end of the window that starts after the header.
                let filler = 4 + window - tail.utf8.count / 2 + shift
                var bytes = Array("a,b\n".utf8)
                while bytes.count + 12 < filler { bytes += Array("012,4567\n".utf8) }
                bytes += Array(repeating: 120, count: max(0, filler - bytes.count - 3)) + Array(",y\n".utf8)
                bytes += Array(tail.utf8) + Array("8,9\n".utf8)
                try agreement.check(bytes, columns: 2, "border \(window), shift \(shift): \(tail.debugDescription)")
            }
        }
    }

    @Test("A batch that is full to the last row, and one row more", arguments: [4095, 4096, 4097, 8191, 8192, 8193])
    func batchBorder(rows: Int) throws {
        let agreement = try Agreement()
        for ending in ["", "\n", "\n\n", "\n1", "\n\"x\ny\",2\n", "\n\"x\n", "\n1,\"2\n3,4"] {
            var text = "a,b\n" + (1...rows).map { "\($0),x" }.joined(separator: "\n")
            text += ending
            try agreement.check(Array(text.utf8), columns: 2, "\(rows) rows, then \(ending.debugDescription)")
        }
    }
}
