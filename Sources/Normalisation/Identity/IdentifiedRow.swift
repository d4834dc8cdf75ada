public import Core

/// A row with an identifier, which others may therefore repeat or replace: 24 bytes, because there is one
/// for every row with an identifier.
public struct IdentifiedRow: Sendable {
    private let high: UInt64
    /// A fact's packed key, or the position of the row's record in its extract.
    public let payload: UInt64
    private let lowAndOutcome: UInt32
    /// Physical line, counted from the start of the row's block.
    public let line: UInt32

    /// A row from its parts. Of the key 88 bits are kept: among a hundred million identifiers two different ones agree
    /// once in ten billion runs.
    public init(identity: RecordKey, payload: UInt64, line: UInt32, outcome: RowOutcome) {
        high = identity.high
        lowAndOutcome = UInt32(truncatingIfNeeded: identity.low) & 0xFFFF_FF00 | UInt32(outcome.byte)
        self.payload = payload
        self.line = line
    }

    /// The result for the row when no other replaces it.
    public var outcome: RowOutcome { RowOutcome(byte: UInt8(truncatingIfNeeded: lowAndOutcome)) }

    /// The bits of the identifier that are kept, as a key of their own.
    public var key: RecordKey { RecordKey(high: high, low: UInt64(lowAndOutcome & 0xFFFF_FF00)) }

    /// The bits that spread rows over tables, and over partitions.
    var hash: UInt64 { high }
    var partition: Int { Int(high >> 56) }

    /// Whether the row has the identifier.
    func hasIdentity(_ key: RecordKey) -> Bool {
        high == key.high && (lowAndOutcome ^ UInt32(truncatingIfNeeded: key.low)) & 0xFFFF_FF00 == 0
    }

    /// Whether the other row has the same identifier.
    func hasIdentity(of other: IdentifiedRow) -> Bool {
        high == other.high && (lowAndOutcome ^ other.lowAndOutcome) & 0xFFFF_FF00 == 0
    }
}

/// Identified rows of one chunk of an extract, by partition of their identifiers and within one in file order.
public struct IdentifiedBlock: Sendable {
    /// Identifiers are looked at in so many partitions, each small enough for the processor's cache.
    static let partitions = 256

    /// The rows.
    public let rows: [IdentifiedRow]
    /// Where each partition starts.
    private let starts: [UInt32]
    /// The physical line before the first one of the chunk.
    public let lineBase: Int
    /// What is added to a payload that is a position, to make it one of the whole extract.
    public let payloadBase: Int

    /// A block of rows that are given in file order.
    public init(rows: [IdentifiedRow], lineBase: Int, payloadBase: Int) {
        var starts = [UInt32](repeating: 0, count: Self.partitions + 1)
        for row in rows { starts[row.partition + 1] += 1 }
        for partition in 0..<Self.partitions { starts[partition + 1] += starts[partition] }
        var next = starts
        self.rows = Array(unsafeUninitializedCapacity: rows.count) { buffer, count in
            for row in rows {
                buffer.initializeElement(at: Int(next[row.partition]), to: row)
                next[row.partition] += 1
            }
            count = rows.count
        }
        self.starts = starts
        self.lineBase = lineBase
        self.payloadBase = payloadBase
    }

    private init(_ block: IdentifiedBlock, lineBase: Int, payloadBase: Int) {
        rows = block.rows
        starts = block.starts
        self.lineBase = lineBase
        self.payloadBase = payloadBase
    }

    /// The block with its place in the extract, once that is known.
    public func placed(lineBase: Int, payloadBase: Int) -> IdentifiedBlock {
        IdentifiedBlock(self, lineBase: lineBase, payloadBase: payloadBase)
    }

    /// The partitions that have a row, found from row to row.
    var filledPartitions: [Int] {
        var filled: [Int] = []
        var next = 0
        while next < rows.count {
            filled.append(rows[next].partition)
            next = Int(starts[rows[next].partition + 1])
        }
        return filled
    }

    func range(of partition: Int) -> Range<Int> { Int(starts[partition])..<Int(starts[partition + 1]) }
}
