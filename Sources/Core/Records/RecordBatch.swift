/// Some thousand rows of an extract, column by column. The batch belongs to the reader and is filled again after each
/// use, so the receiver must copy what it needs before it returns.
public final class RecordBatch {
    /// The columns in the order of the schema's fields; a field that is not needed, or that the file lacks, is
    /// `absent`.
    public let columns: [RecordColumn]
    /// How many rows there are.
    public internal(set) var count = 0
    /// The maximum number of rows that the batch can hold.
    public let capacity: Int
    /// The encoding of the bytes.
    public let encoding: TextEncoding
    /// The physical line on which each row starts, counted from 1.
    public let lines: UnsafeMutablePointer<UInt32>
    /// Where each row's bytes lie in the file.
    public let spans: UnsafeMutablePointer<ByteSpan>

    /// Creates a batch for the given columns.
    public init(columns: [RecordColumn], capacity: Int, encoding: TextEncoding) {
        self.columns = columns
        self.capacity = capacity
        self.encoding = encoding
        lines = .allocate(capacity: capacity)
        lines.initialize(repeating: 0, count: capacity)
        spans = .allocate(capacity: capacity)
        spans.initialize(repeating: ByteSpan(offset: 0, length: 0), count: capacity)
    }

    deinit {
        lines.deallocate()
        spans.deallocate()
    }

    /// The physical line, from 1, on which the row starts.
    @inlinable
    public func line(_ row: Int) -> Int {
        precondition(row >= 0 && row < capacity)
        return Int(lines[row])
    }

    /// Where the row's bytes lie in the file.
    @inlinable
    public func span(_ row: Int) -> ByteSpan {
        precondition(row >= 0 && row < capacity)
        return spans[row]
    }

    /// Sets how many rows have been filled. Zero also empties the byte columns.
    public func setCount(_ count: Int) {
        self.count = count
        if count == 0 { for case .bytes(let column) in columns { column.removeAll() } }
    }
}

/// A span of bytes in a file.
public struct ByteSpan: Hashable, Sendable {
    /// How many bytes come before the span.
    public var offset: UInt64
    /// How many bytes the span has.
    public var length: UInt32

    /// Creates a span from its parts.
    public init(offset: UInt64, length: UInt32) {
        self.offset = offset
        self.length = length
    }
}

/// The values of one field in a batch.
public enum RecordColumn {
    /// The field is not needed, or the file does not have it.
    case absent
    /// Repetitive values: one code for each row, with the distinct values in a dictionary that lasts for the whole
    /// extract.
    case coded(CodedColumn)
    /// Values that are unique by nature, stored as the bytes themselves.
    case bytes(ByteColumn)
}

/// A dictionary-coded column.
public final class CodedColumn {
    /// The distinct values of the extract so far.
    public let dictionary = ByteDictionary()
    /// One code for each row.
    public let codes: UnsafeMutablePointer<UInt32>

    /// Creates a column for `capacity` rows.
    public init(capacity: Int) {
        codes = .allocate(capacity: capacity)
        codes.initialize(repeating: 0, count: capacity)
    }

    deinit { codes.deallocate() }
}

/// A column of byte strings, stored end to end.
public final class ByteColumn {
    /// The parser's view of the column.
    public struct Storage {
        /// The bytes of all values.
        public var arena: UnsafeMutablePointer<UInt8>
        /// How many bytes are used, and how many are allocated.
        public var used: Int
        public var capacity: Int
        /// Where each row's value ends.
        public var ends: UnsafeMutablePointer<UInt32>

        /// Makes room for `more` further bytes.
        public mutating func reserve(_ more: Int) {
            guard used + more > capacity else { return }
            let larger = max(capacity * 2, used + more)
            let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            new.moveInitialize(from: arena, count: used)
            arena.deallocate()
            arena = new
            capacity = larger
        }
    }

    /// The parser's view of the column.
    public let storage: UnsafeMutablePointer<Storage>

    /// Creates a column for `capacity` rows.
    public init(capacity: Int) {
        storage = .allocate(capacity: 1)
        let ends = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
        ends.initialize(repeating: 0, count: capacity)
        storage.initialize(
            to: Storage(arena: .allocate(capacity: 1 << 16), used: 0, capacity: 1 << 16, ends: ends))
    }

    deinit {
        storage.pointee.arena.deallocate()
        storage.pointee.ends.deallocate()
        storage.deallocate()
    }

    func removeAll() { storage.pointee.used = 0 }

    /// Calls the body with each row and its value's bytes.
    @inlinable
    public func forEach(_ count: Int, _ body: (Int, UnsafeRawBufferPointer) -> Void) {
        let (arena, ends) = (UnsafeRawPointer(storage.pointee.arena), storage.pointee.ends)
        var start = 0
        for row in 0..<count {
            let end = Int(ends[row])
            body(row, UnsafeRawBufferPointer(start: arena + start, count: end - start))
            start = end
        }
    }

    /// Returns the bytes of a row's value; valid until the batch is filled again.
    public func bytes(_ row: Int) -> UnsafeRawBufferPointer {
        let start = row == 0 ? 0 : Int(storage.pointee.ends[row - 1])
        return UnsafeRawBufferPointer(
            start: storage.pointee.arena + start, count: Int(storage.pointee.ends[row]) - start)
    }
}
