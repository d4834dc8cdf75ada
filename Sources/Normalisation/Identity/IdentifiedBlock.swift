/// Identified rows of one chunk of an extract, by partition of their identifiers and within one in file order.
public struct IdentifiedBlock: Sendable {
    /// Identifiers are looked at in so many partitions, each small enough for the processor's cache.
    static let partitions = 256

    /// The rows.
    public let rows: IdentifiedRows
    /// Where each partition starts; empty for fewer rows than there are partitions, which say that themselves.
    private let starts: [UInt32]
    /// The physical line before the first one of the chunk.
    public let lineBase: Int
    /// What is added to a payload that is a position, to make it one of the whole extract.
    public let payloadBase: Int

    /// A block of rows that are given in file order.
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

/// Rows of one block in memory that does not move, so that the comparison of millions can point at it.
public struct IdentifiedRows: RandomAccessCollection, Sendable {
    /// Owns the memory. Nothing changes it after it is filled, so that any thread may read it.
    private final class Storage: @unchecked Sendable {
        let buffer: UnsafeMutableBufferPointer<IdentifiedRow>

        init(_ count: Int) { buffer = .allocate(capacity: count) }

        deinit { buffer.deallocate() }
    }

    private let storage: Storage

    /// Rows that the closure fills in, all of them.
    init(_ count: Int, _ fill: (UnsafeMutableBufferPointer<IdentifiedRow>) -> Void) {
        storage = Storage(count)
        fill(storage.buffer)
    }

    /// The first row's position.
    public var startIndex: Int { 0 }
    /// The position after the last row.
    public var endIndex: Int { storage.buffer.count }

    /// The row at a position.
    public subscript(position: Int) -> IdentifiedRow { storage.buffer[position] }

    /// The rows' memory, which is there as long as one of the copies of this value is.
    var pointer: UnsafePointer<IdentifiedRow>? { UnsafePointer(storage.buffer.baseAddress) }
}
