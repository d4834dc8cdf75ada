import Ingestion
import Testing

@Suite struct TruncationTests {
    private static let whole = Array(
        "a,b,c\r\n1,\"two\r\nlines\",x\r\n2,\"say \"\"hi\"\"\",é\r\n\r\n3,,\"\"\r\n4,plain,\"end\"\r\n".utf8)

    @Test("A file cut at any byte is refused, or every byte of it is accounted for", arguments: ParserMode.allCases)
    func cutAnywhere(mode: ParserMode) throws {
        let landing = try Landing()
        let complete = try landing.read(Self.whole, .letters(3), mode)
        #expect(complete.rows.count == 4)
        #expect(complete.rejects.isEmpty)
        for length in 0..<Self.whole.count {
            let bytes = Array(Self.whole[..<length])
            let captured = try landing.read(bytes, .letters(3), mode)
            if captured.extractError != nil { continue }
            guard let headerEnd = bytes.firstIndex(of: 13) else { continue }
            let start = headerEnd + (headerEnd + 1 < length && bytes[headerEnd + 1] == 10 ? 2 : 1)
            #expect(Agreement.tiles(captured, bytes, from: start), "cut after \(length) bytes")
            // Rows that were complete before the cut are unchanged.
            for row in captured.rows where row.span.upperBound < length {
                #expect(complete.rows.contains(row) || !captured.rejects.isEmpty, "cut after \(length) bytes")
            }
            // The bytes after the last line break are a whole row, or their loss is reported.
            let ends = bytes.last == 10 || bytes.last == 13
            #expect(captured.reading?.endsWithLineBreak == ends || captured.rows.isEmpty && length <= start)
        }
    }

    @Test("Both parser modes agree wherever the file is cut")
    func modesAgree() throws {
        let agreement = try Agreement()
        for length in 6...Self.whole.count {
            // A cut inside a character is not UTF-8 and is read as Windows-1252.
            try agreement.check(Array(Self.whole[..<length]), columns: 3, "cut after \(length) bytes")
        }
    }

    @Test("A file cut inside a quoted value or before its last column is refused by line")
    func refused() throws {
        for (text, line) in [("a,b\n1,2\n3,\"4", 3), ("a,b\n1,2\n3", 3), ("a,b\n\"x\ny\",2\n3,\"", 4)] {
            for mode in ParserMode.allCases {
                let captured = try Landing().read(Array(text.utf8), .letters(2), mode)
                #expect(captured.extractError == .truncated(file: "a.csv", line: line))
            }
        }
    }

    @Test("A physical line of more than 1 MiB is refused; a quote that is open for as long rejects one line")
    func longestRecord() throws {
        let long = [UInt8](repeating: 120, count: 1 << 20)
        for mode in ParserMode.allCases {
            let line = try Landing().read(Array("a,b\n1,2\n".utf8) + long + long, .letters(2), mode)
            guard case .recordTooLong(_, 3, _) = line.extractError else {
                Issue.record("\(String(describing: line.extractError))")
                return
            }
            var bytes = Array("a,b\n1,\"2\n".utf8)
            for _ in 0..<140_000 { bytes += Array("3,45678\n".utf8) }
            let captured = try Landing().read(bytes, .letters(2), mode)
            #expect(captured.rejects.map(\.line) == [2])
            #expect(captured.rows.count == 140_000)
            #expect(captured.rows.last?.line == 140_002)
        }
    }
}
