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
    private let delimiter: SIMD16<UInt8>
    private let delimiterCount: Int
    /// Where the delimiters of the row stand, and its end: one entry a field.
    private let ends: UnsafeMutablePointer<Int>
    /// The positions of the fields that somebody needs.
    private let wanted: [Int]

    private static let lowBits = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)

    init(delimiter: UInt8, sink: UnsafeMutablePointer<FieldSink>) {
        self.delimiter = SIMD16(repeating: delimiter)
        let count = sink.pointee.targetCount
        delimiterCount = count - 1
        ends = .allocate(capacity: count + 1)
        ends.initialize(repeating: 0, count: count + 1)
        wanted = (0..<count).filter { sink.pointee.targets[$0].kind != .skip }
    }

    deinit { ends.deallocate() }

    /// Hands the row's fields to the sink; false, and nothing done, when it has another number of fields.
    ///
    /// The bytes are compared sixteen at a time. Up to fifteen bytes after the row are read, never used.
    func split(_ row: UnsafePointer<UInt8>, _ length: Int, into sink: UnsafeMutablePointer<FieldSink>) -> Bool {
        let raw = UnsafeRawPointer(row)
        var found = 0
        var offset = 0
        while offset < length {
            let block = raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            // One bit of each byte that equals the delimiter.
            let words = unsafeBitCast(block .== delimiter, to: SIMD2<UInt64>.self) & Self.lowBits
            var start = offset
            for half in 0..<2 {
                var hits = words[half]
                while hits != 0 {
                    let position = start + hits.trailingZeroBitCount >> 3
                    guard position < length else { break }
                    guard found < delimiterCount else { return false }
                    ends[found] = position
                    found += 1
                    hits &= hits &- 1
                }
                start += 8
            }
            offset += 16
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
