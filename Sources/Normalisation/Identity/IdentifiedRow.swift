public import Core

/// A row with an identifier, which other rows may therefore repeat or replace. It takes 24 bytes, because there is one
/// for every such row.
public struct IdentifiedRow: Sendable {
    private let high: UInt64
    /// The fact's packed key, or the position of the row's record in its extract.
    public let payload: UInt64
    private let lowAndOutcome: UInt32
    /// The physical line, counted from the start of the row's block.
    public let line: UInt32

    /// Creates a row from its parts. It keeps 88 bits of the key: among a hundred million identifiers, two different
    /// ones agree once in ten billion runs.
    public init(identity: RecordKey, payload: UInt64, line: UInt32, outcome: RowOutcome) {
        high = identity.high
        lowAndOutcome = UInt32(truncatingIfNeeded: identity.low) & 0xFFFF_FF00 | UInt32(outcome.byte)
        self.payload = payload
        self.line = line
    }

    /// The result for the row if no other row replaces it.
    public var outcome: RowOutcome { RowOutcome(byte: UInt8(truncatingIfNeeded: lowAndOutcome)) }

    /// The kept bits of the identifier, as a key of their own.
    public var key: RecordKey { RecordKey(high: high, low: UInt64(lowAndOutcome & 0xFFFF_FF00)) }

    /// The bits that distribute rows over tables and partitions.
    var hash: UInt64 { high }
    var partition: Int { Int(high >> 56) }

    /// Returns whether the row has the identifier.
    func hasIdentity(_ key: RecordKey) -> Bool {
        high == key.high && (lowAndOutcome ^ UInt32(truncatingIfNeeded: key.low)) & 0xFFFF_FF00 == 0
    }

    /// Returns whether the other row has the same identifier.
    func hasIdentity(of other: IdentifiedRow) -> Bool {
        high == other.high && (lowAndOutcome ^ other.lowAndOutcome) & 0xFFFF_FF00 == 0
    }
}

/// The identified rows of one chunk of an extract, by partition of their identifiers, and within a partition in file
/// order.
public struct IdentifiedBlock: Sendable {
    /// The number of partitions, so that each is small enough for the processor's cache.
    static let partitions = 256

    /// The rows of the block.
    public let rows: [IdentifiedRow]
    /// The position at which each partition starts.
    private let starts: [UInt32]
    /// The physical line before the first line of the chunk.
    public let lineBase: Int
    /// The number to add to a payload that is a position, to get the position in the whole extract.
    public let payloadBase: Int

    /// Creates a block from rows in file order.
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

    /// Returns the block with its place in the extract, once that is known.
    public func placed(lineBase: Int, payloadBase: Int) -> IdentifiedBlock {
        IdentifiedBlock(self, lineBase: lineBase, payloadBase: payloadBase)
    }

    /// The partitions that have a row, found by going from one partition's rows to the next.
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
