import Tabular

/// Where libcsv's callbacks put fields: a plain struct behind a pointer, since a class would cost exclusivity checks
/// at each field (30 % of the whole, measured).
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
        /// Neighbouring rows tend to repeat a value: the code of the last one is tried first.
        var lastCode: UInt32 = 0
        /// Where the arena stood when the row began, so that a refused row leaves nothing behind.
        var usedAtRowStart = 0
    }

    let targets: UnsafeMutablePointer<Target>
    let targetCount: Int
    /// The position of the next field.
    var field = 0
    /// The row of the batch that is being filled.
    var row = 0
    /// Rows that ended since the scanner last looked.
    var rowsEnded = 0
    /// Rows that ended and are none of the batch: they have the wrong number of fields, or a NUL.
    var wrongRows = 0
    /// Whether the record under way has a NUL byte. The scanner says so: libcsv takes them for text.
    var hasNUL = false
    /// Whether the row under way has a value behind the last column.
    private var isOverfull = false
    /// Rows that were longer than the header by empty fields alone.
    var paddedRows = 0

    init(targetCount: Int) {
        self.targetCount = targetCount
        targets = .allocate(capacity: max(1, targetCount))
        targets.initialize(repeating: Target(), count: max(1, targetCount))
    }

    /// Forgets the fields of the row under way.
    mutating func abandonRow() {
        field = 0
        isOverfull = false
        for index in 0..<targetCount where targets[index].kind == .bytes {
            targets[index].storage?.pointee.used = targets[index].usedAtRowStart
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

    /// Puts the field at a position of the header where it belongs.
    @inline(__always)
    mutating func store(_ position: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) {
        let target = targets + position
        switch target.pointee.kind {
        case .skip: return
        case .coded:
            guard let table = target.pointee.table, let codes = target.pointee.codes else { return }
            let last = target.pointee.lastCode
            if Int(last) < table.pointee.count, table.pointee.matches(Int(last), bytes, length) {
                codes[row] = last
            } else {
                let code = table.pointee.intern(bytes, length)
                target.pointee.lastCode = code
                codes[row] = code
            }
        case .bytes:
            guard let storage = target.pointee.storage else { return }
            storage.pointee.reserve(length)
            (storage.pointee.arena + storage.pointee.used).update(from: bytes, count: length)
            storage.pointee.used += length
            storage.pointee.ends[row] = UInt32(truncatingIfNeeded: storage.pointee.used)
        }
    }

    /// Ends a row that has all its fields.
    @inline(__always)
    mutating func endPlainRow() {
        row += 1
        for index in 0..<targetCount where targets[index].kind == .bytes {
            targets[index].usedAtRowStart = targets[index].storage?.pointee.used ?? 0
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
