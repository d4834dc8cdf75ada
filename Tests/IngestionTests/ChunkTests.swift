import Core
import Ingestion
import TestSupport
import Testing

/// A file read in chunks gives the same result as the file read in one go.
@Suite struct ChunkTests {
    private struct Collector: BatchConsumer {
        var spans: [String] = []
        var line = 0

        mutating func consume(_ batch: RecordBatch) {
            for row in 0..<batch.count {
                spans.append(
                    "row \(Int(batch.lines[row]) + line) \(batch.spans[row].offset)+\(batch.spans[row].length)")
            }
        }

        mutating func reject(_ record: RejectedRecord) {
            spans.append("\(record.rule.rawValue) \(record.line + line) \(record.span.offset)+\(record.span.length)")
        }
    }

    /// Reads the file chunk by chunk. Each chunk starts where the chunk before it stopped. Throws when the file is
    /// refused.
    private static func read(_ file: LandedFile, _ schema: TableSchema, starts: [Int]) throws -> (
        records: [String], blank: Int, lines: Int
    ) {
        let extract = try OpenedExtract(file: file, schema: schema)
        let scanner = ChunkScanner(schema: schema, mode: .fast)
        var collector = Collector()
        collector.line = extract.headerLines
        var (blank, position) = (0, starts[0])
        for limit in starts.dropFirst() + [.max] where position < limit {
            let scan = try scanner.scan(extract, from: position, upTo: limit, &collector)
            #expect(scan.start == position && scan.end >= min(limit, file.size))
            collector.line += scan.lines
            blank += scan.blankLines
            position = scan.end
        }
        #expect(position == file.size)
        return (collector.spans.sorted(), blank, collector.line)
    }

    @Test("However a file is cut into chunks, its records, lines and blank lines are the same", arguments: 0..<4)
    func chunks(part: Int) throws {
        let landing = try Landing()
        var generator = SeededGenerator(seed: 300 + UInt64(part))
        var several = 0
        for _ in 0..<400 {
            let table = GeneratedTable.rows(.random(in: 1...12, using: &generator), &generator, noise: 6)
            guard String(validating: table.bytes, as: UTF8.self) != nil, table.bytes.last != 0 else { continue }
            let file = try landing.land(table.bytes)
            let schema = TableSchema.letters(table.columns, delimiters: [table.delimiter])
            let extract = try OpenedExtract(file: file, schema: schema)
            for size in [1, 7, 40, 200] {
                let starts = try extract.chunkStarts(size: size, smallest: size)
                several += starts.count > 1 ? 1 : 0
                #expect(starts == starts.sorted() && Set(starts).count == starts.count)
                #expect(starts.dropFirst().allSatisfy { table.bytes[$0 - 1] == 10 && $0 < table.bytes.count })
                do {
                    let whole = try Self.read(file, schema, starts: [starts[0]])
                    let pieces = try Self.read(file, schema, starts: starts)
                    #expect(whole.records == pieces.records)
                    #expect(whole.blank == pieces.blank && whole.lines == pieces.lines)
                } catch let extractError as ExtractError {
                    // Only the last chunk can be cut off; the whole file is then refused.
                    guard case .truncated = extractError else { throw extractError }
                }
            }
        }
        #expect(several > 400)
    }

    @Test("One scanner reads file after file, and earlier files have no effect on later ones")
    func severalFiles() throws {
        let landing = try Landing()
        let schema = TableSchema.letters(2)
        let scanner = ChunkScanner(schema: schema, mode: .fast)
        for (text, records) in [
            ("a,b\n1,2\n3,\"4\n", ["malformed-quoting 2 8+5", "row 1 4+4"]), ("b,a\n5,6\n", ["row 1 4+4"]),
            ("a,b,c\n7,8,9\n1,2\n", ["field-count 2 12+4", "row 1 6+6"]),
        ] {
            var collector = Collector()
            let extract = try OpenedExtract(file: try landing.land(Array(text.utf8)), schema: schema)
            _ = try scanner.scan(
                extract, from: try extract.chunkStarts(size: 100, smallest: 100)[0], upTo: .max, &collector)
            #expect(collector.spans.sorted() == records)
        }
    }
}
