import Tabular

/// Which rows libcsv parses.
public enum ParserMode: String, CaseIterable, Sendable {
    /// Rows about which there can be no doubt are split here, all others by libcsv.
    case fast
    /// Every row.
    case libcsv
}

/// Splits plain rows: no quote, no stray carriage return, as many fields as the header. About those nobody can be of
/// two minds, and most rows are; every other row goes to libcsv, which defines what a file means.
struct PlainRowSplitter: ~Copyable {
    private let delimiterPattern: UInt64
    private let delimiterCount: Int
    /// Where the delimiters of the row stand, and its end: one entry a field.
    private let ends: UnsafeMutablePointer<Int>
    /// The positions of the fields that somebody needs.
    private let wanted: [Int]

    private static let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    init(delimiter: UInt8, sink: UnsafeMutablePointer<FieldSink>) {
        delimiterPattern = UInt64(delimiter) &* 0x0101_0101_0101_0101
        let count = sink.pointee.targetCount
        delimiterCount = count - 1
        ends = .allocate(capacity: count + 1)
        ends.initialize(repeating: 0, count: count + 1)
        wanted = (0..<count).filter { sink.pointee.targets[$0].kind != .skip }
    }

    deinit { ends.deallocate() }

    /// Hands the row's fields to the sink; false, and nothing done, when it has another number of fields.
    ///
    /// The bytes are compared eight at a time. Up to seven bytes after the row are read, never used.
    func split(_ row: UnsafePointer<UInt8>, _ length: Int, into sink: UnsafeMutablePointer<FieldSink>) -> Bool {
        let raw = UnsafeRawPointer(row)
        var found = 0
        var offset = 0
        while offset < length {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ delimiterPattern
            // The high bit of each byte that equals the delimiter, exactly.
            var hits = ~(((word & Self.low7) &+ Self.low7) | word | Self.low7)
            if hits != 0 {
                if length - offset < 8 { hits &= (1 << UInt64((length - offset) * 8)) &- 1 }
                while hits != 0 {
                    guard found < delimiterCount else { return false }
                    ends[found] = offset + hits.trailingZeroBitCount >> 3
                    found += 1
                    hits &= hits &- 1
                }
            }
            offset += 8
        }
        guard found == delimiterCount else { return false }
        ends[found] = length
        for field in wanted {
            let start = field == 0 ? 0 : ends[field - 1] + 1
            sink.pointee.store(field, row + start, ends[field] - start)
        }
        sink.pointee.field = sink.pointee.targetCount
        sink.pointee.endRow()
        return true
    }
}
