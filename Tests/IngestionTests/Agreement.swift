import Core
import Ingestion
import Testing

/// Checks that both parser modes and the reference reader give the same result for a file.
struct Agreement {
    let landing: Landing

    init() throws { landing = try Landing() }

    /// Checks the bytes. The header is the text before the first line break.
    func check(
        _ bytes: [UInt8], columns: Int, delimiter: UInt8 = 44, _ comment: @autoclosure () -> String = "",
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let schema = TableSchema.letters(columns, skipping: true, delimiters: [delimiter])
        let file = try landing.land(bytes)
        let (fast, slow) = (Captured.read(file, schema, .fast), Captured.read(file, schema, .libcsv))
        guard fast == slow else {
            let told = "the parser modes differ: \(comment())\n\(Self.told(bytes))\n\(fast)\n\(slow)"
            Issue.record(Comment(rawValue: told), sourceLocation: location)
            return
        }
        if bytes.last == 0 {
            guard case .endsInNULs = fast.extractError else {
                Issue.record(
                    "a file that ends in NULs was read: \(comment())\n\(Self.told(bytes))", sourceLocation: location)
                return
            }
            return
        }
        let (isMarked, isUTF8) = (
            bytes.starts(with: [0xEF, 0xBB, 0xBF]), String(validating: bytes, as: UTF8.self) != nil
        )
        if isMarked, !isUTF8 {
            // A byte-order mark decides, and no other encoding is tried.
            guard case .notDecodable = fast.extractError else {
                Issue.record(
                    "marked as UTF-8, not UTF-8, and read: \(comment())\n\(Self.told(bytes))", sourceLocation: location)
                return
            }
            return
        }
        guard let headerEnd = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }) else { return }
        let isPair = bytes[headerEnd] == 13 && headerEnd + 1 < bytes.count && bytes[headerEnd + 1] == 10
        let start = headerEnd + (isPair ? 2 : 1)
        let reference = ReferenceReader(bytes, from: start, line: 2, delimiter: delimiter, columns: columns)
        if reference.wasCutOff {
            guard case .truncated = fast.extractError else {
                Issue.record(
                    "a file cut off in a row was read: \(comment())\n\(Self.told(bytes))\n\(fast)",
                    sourceLocation: location)
                return
            }
            return
        }
        let expected = reference.captured.rows.map { row in
            var row = row
            if row.values.count > 2 { row.values[1] = nil }
            return row
        }
        guard fast.rows == expected, fast.rejects == reference.captured.rejects,
            fast.reading?.blankLines == reference.blankLines, fast.reading?.paddedRows == reference.paddedRows,
            fast.reading?.endsWithLineBreak == bytes.last.map({ $0 == 10 || $0 == 13 }),
            fast.reading?.encodingDecidedBy == (isMarked ? "bom" : isUTF8 ? "valid" : "schema")
        else {
            let told =
                "the reader differs from RFC 4180: \(comment())\n\(Self.told(bytes))\n\(fast)\n\(reference.captured)"
            Issue.record(Comment(rawValue: told), sourceLocation: location)
            return
        }
        #expect(Self.tiles(fast, bytes, from: start), sourceLocation: location)
    }

    /// Returns whether every byte from `start` on belongs to one row, one reject or a blank line.
    static func tiles(_ captured: Captured, _ bytes: [UInt8], from start: Int) -> Bool {
        let spans = (captured.rows.map(\.span) + captured.rejects.map(\.span)).sorted { $0.lowerBound < $1.lowerBound }
        var position = start
        for span in spans {
            guard span.lowerBound >= position, !span.isEmpty, span.upperBound <= bytes.count,
                bytes[position..<span.lowerBound].allSatisfy({ $0 == 10 || $0 == 13 })
            else { return false }
            position = span.upperBound
        }
        return bytes[position...].allSatisfy { $0 == 10 || $0 == 13 }
    }

    private static func told(_ bytes: [UInt8]) -> String {
        bytes.count > 400 ? "\(bytes.count) bytes" : String(reflecting: String(decoding: bytes, as: UTF8.self))
    }
}
