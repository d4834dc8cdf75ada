/// The rows with an identifier in one chunk of an extract. They are sorted by the partition of their identifiers, and
/// within a partition in file order.
public struct IdentifiedBlock: Sendable {
    /// The number of partitions. With so many, each is small enough for the processor's cache.
    static let partitions = 256

    /// The rows of the block.
    public let rows: IdentifiedRows
    /// The position at which each partition starts. Empty if the block has fewer rows than there are partitions; such a
    /// block is searched.
    private let starts: [UInt32]
    /// The physical line before the first line of the chunk.
    public let lineBase: Int
    /// For payloads that are positions in the chunk: the number to add for the position in the whole extract.
    public let payloadBase: Int

    /// Creates a block from rows in file order.
    public init(rows: [IdentifiedRow], lineBase: Int, payloadBase: Int) {
        self.lineBase = lineBase
        self.payloadBase = payloadBase
        guard rows.count >= Self.partitions else {
            starts = []
            self.rows = IdentifiedRows(rows.count) { buffer in
                var buffer = buffer
                _ = buffer.initialize(fromContentsOf: rows)
                buffer.sort { ($0.partition, $0.line) < ($1.partition, $1.line) }
            }
            return
        }
        var starts = [UInt32](repeating: 0, count: Self.partitions + 1)
        for row in rows { starts[row.partition + 1] += 1 }
        for partition in 0..<Self.partitions { starts[partition + 1] += starts[partition] }
        var next = starts
        self.rows = IdentifiedRows(rows.count) { buffer in
            for row in rows {
                buffer.initializeElement(at: Int(next[row.partition]), to: row)
                next[row.partition] += 1
            }
        }
        self.starts = starts
    }

    /// Calls the closure with each partition that has rows, and their positions.
    func forEachPartition(_ body: (_ partition: Int, _ rows: Range<Int>) -> Void) {
        var start = 0
        while start < rows.count {
            let partition = rows[start].partition
            var end = start + 1
            if starts.isEmpty {
                while end < rows.count, rows[end].partition == partition { end += 1 }
            } else {
                end = Int(starts[partition + 1])
            }
            body(partition, start..<end)
            start = end
        }
    }
}

/// The rows of a block, in memory that does not move. A comparison of millions of rows can therefore use pointers.
public struct IdentifiedRows: RandomAccessCollection, Sendable {
    /// Owns the memory. It is not changed after it is filled, so that any thread may read it.
    private final class Storage: @unchecked Sendable {
        let buffer: UnsafeMutableBufferPointer<IdentifiedRow>

        init(_ count: Int) { buffer = .allocate(capacity: count) }

        deinit { buffer.deallocate() }
    }

    private let storage: Storage

    /// Creates the rows. The closure must initialise all of them.
    init(_ count: Int, _ fill: (UnsafeMutableBufferPointer<IdentifiedRow>) -> Void) {
        storage = Storage(count)
        fill(storage.buffer)
    }

    /// The position of the first row.
    public var startIndex: Int { 0 }
    /// The position after the last row.
    public var endIndex: Int { storage.buffer.count }

    /// The row at a position.
    public subscript(position: Int) -> IdentifiedRow { storage.buffer[position] }

    /// The memory of the rows, which lasts as long as any copy of this value; nil if there are no rows.
    var pointer: UnsafePointer<IdentifiedRow>? { UnsafePointer(storage.buffer.baseAddress) }
}
