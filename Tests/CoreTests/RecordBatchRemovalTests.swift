import Core
import TestSupport
import Testing

@Suite struct RecordBatchRemovalTests {
    private static let schema = TableSchema.of([
        SchemaField(name: "id", role: .identifier), SchemaField(name: "code", role: .category),
    ])

    private static func rows(of batch: RecordBatch) -> [String] {
        (0..<batch.count).map { row in
            let values = batch.columns.map { column in
                switch column {
                case .absent: "-"
                case .coded(let column): column.dictionary.string(Int(column.codes[row]), .utf8)
                case .bytes(let column): String(decoding: column.bytes(row), as: UTF8.self)
                }
            }
            return "\(batch.lines[row]) " + values.joined(separator: " ")
        }
    }

    @Test(
        "After rows are removed, the other rows remain with everything that belongs to them",
        arguments: 0..<40 as Range<UInt64>)
    func removal(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...30, using: &generator)
        let batch = MadeUpBatches(Self.schema).batch(
            (0..<count).map { row in
                // Identifiers have different lengths, including zero.
                [String(repeating: "x", count: Int.random(in: 0...4, using: &generator)), "c\(row % 3)"]
            })
        var expected = Self.rows(of: batch)
        var ranges: [Range<Int>] = []
        var start = 0
        while start < count {
            let end = Int.random(in: (start + 1)...count, using: &generator)
            if Bool.random(using: &generator) { ranges.append(start..<end) }
            start = end
        }
        for range in ranges.reversed() { expected.removeSubrange(range) }
        batch.remove(ranges)
        #expect(Self.rows(of: batch) == expected)
    }
}
