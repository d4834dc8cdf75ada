import Core

/// The place where libcsv's callbacks put fields. It is a plain struct behind a pointer, because a class would cost
/// exclusivity checks at each field (30 % of the total time, measured).
struct FieldSink {
    /// What to do with the field at one position of the header.
    struct Target {
        enum Kind: UInt8 {
            case skip, coded, bytes
        }

        var kind = Kind.skip
        var table: UnsafeMutablePointer<InternTable>?
        var codes: UnsafeMutablePointer<UInt32>?
        var storage: UnsafeMutablePointer<ByteColumn.Storage>?
        /// The last value, which is tried first because neighbouring rows often repeat a value: its code, and its bytes
        /// in the table's arena. The bytes stay in place until the next value is interned. A length below zero means
        /// that there is no last value.
        var lastCode: UInt32 = 0
        var lastBytes: UnsafePointer<UInt8>?
        var lastLength = -1
        /// How many bytes of the arena were used when the row began, so that a refused row's bytes can be dropped.
        var usedAtRowStart = 0
    }

    let targets: UnsafeMutablePointer<Target>
    let targetCount: Int
    /// The positions of the fields that are stored as bytes.
    private let byteFields: UnsafeMutablePointer<Int>
    private let byteFieldCount: Int
    /// The position of the next field.
    var field = 0
    /// The row of the batch that is being filled.
    var row = 0
    /// Rows that have ended since the scanner's last check.
    var rowsEnded = 0
    /// Rows that have ended but are not in the batch, because they have the wrong number of fields or a NUL.
    var wrongRows = 0
    /// Whether the current record has a NUL byte. The scanner sets this, because libcsv treats NUL bytes as text.
    var hasNUL = false
    /// Whether the current row has a value after the last column.
    private var isOverfull = false
    /// Rows that were longer than the header only by empty fields.
    var paddedRows = 0

    /// Creates a sink for rows, with one target for each column of the header.
    init(_ targets: [Target]) {
        targetCount = targets.count
        self.targets = Self.pointer(to: targets)
        let kept = targets.indices.filter { targets[$0].kind == .bytes }
        byteFieldCount = kept.count
        byteFields = Self.pointer(to: kept)
    }

    private static func pointer<Value>(to values: [Value]) -> UnsafeMutablePointer<Value> {
        let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
        for (index, value) in values.enumerated() { (pointer + index).initialize(to: value) }
        return pointer
    }

    func deallocate() {
        targets.deallocate()
        byteFields.deallocate()
    }

    /// Drops the fields of the current row.
    mutating func abandonRow() {
        field = 0
        isOverfull = false
        for index in 0..<byteFieldCount {
            let target = targets + byteFields[index]
            target.pointee.storage?.pointee.used = target.pointee.usedAtRowStart
        }
    }

    @inline(__always)
    mutating func take(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        let position = field
        field = position + 1
        guard position < targetCount else {
            if length > 0 { isOverfull = true }
            return
        }
        store(position, bytes, length)
    }

    /// Stores the field in the target at a position of the header.
    @inline(__always)
    mutating func store(_ position: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) {
        let target = targets + position
        switch target.pointee.kind {
        case .skip: return
        case .coded:
            guard let codes = target.pointee.codes else { return }
            if length != target.pointee.lastLength || !Self.areEqual(target.pointee.lastBytes, bytes, length) {
                intern(target, bytes, length)
            }
            codes[row] = target.pointee.lastCode
        case .bytes:
            guard let storage = target.pointee.storage else { return }
            storage.pointee.reserve(length)
            (storage.pointee.arena + storage.pointee.used).update(from: bytes, count: length)
            storage.pointee.used += length
            storage.pointee.ends[row] = UInt32(truncatingIfNeeded: storage.pointee.used)
        }
    }

    @inline(__always)
    private func intern(_ target: UnsafeMutablePointer<Target>, _ bytes: UnsafePointer<UInt8>, _ length: Int) {
        guard let table = target.pointee.table else { return }
        let code = table.pointee.intern(bytes, length)
        target.pointee.lastCode = code
        // A full table returns a code that stands for other bytes; the scanner then refuses the extract.
        guard !table.pointee.isFull else { return }
        target.pointee.lastBytes = table.pointee.start(of: Int(code))
        target.pointee.lastLength = length
    }

    /// Returns whether two values of the same length have the same bytes.
    @inline(__always)
    private static func areEqual(_ one: UnsafePointer<UInt8>?, _ other: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        guard let one else { return false }
        let (a, b) = (UnsafeRawPointer(one), UnsafeRawPointer(other))
        @inline(__always)
        func difference<Word: FixedWidthInteger>(_ offset: Int, _ type: Word.Type) -> Word {
            a.loadUnaligned(fromByteOffset: offset, as: type) ^ b.loadUnaligned(fromByteOffset: offset, as: type)
        }
        if length >= 8 {
            // The last word may overlap the one before.
            var differences = difference(length &- 8, UInt64.self)
            var offset = 0
            while offset &+ 8 < length {
                differences |= difference(offset, UInt64.self)
                offset &+= 8
            }
            return differences == 0
        }
        if length >= 4 { return difference(0, UInt32.self) | difference(length &- 4, UInt32.self) == 0 }
        if length >= 2 { return difference(0, UInt16.self) | difference(length &- 2, UInt16.self) == 0 }
        return length == 0 || difference(0, UInt8.self) == 0
    }

    /// Ends a row that has all its fields.
    @inline(__always)
    mutating func endPlainRow() {
        row += 1
        for index in 0..<byteFieldCount {
            let target = targets + byteFields[index]
            target.pointee.usedAtRowStart = target.pointee.storage?.pointee.used ?? 0
        }
    }

    @inline(__always)
    mutating func endRow() {
        rowsEnded += 1
        if field >= targetCount, !isOverfull, !hasNUL {
            if field > targetCount { paddedRows += 1 }
            field = 0
            endPlainRow()
        } else {
            wrongRows += 1
            abandonRow()
        }
    }

    /// libcsv's callback for a field.
    static let receiveField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
        bytes, length, sink in
        guard let bytes, let sink else { return }
        sink.assumingMemoryBound(to: FieldSink.self).pointee.take(
            UnsafePointer(bytes.assumingMemoryBound(to: UInt8.self)), length)
    }

    /// libcsv's callback for the end of a row.
    static let receiveRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, sink in
        sink?.assumingMemoryBound(to: FieldSink.self).pointee.endRow()
    }
}
