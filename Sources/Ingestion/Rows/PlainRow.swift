import Core

/// Which rows libcsv parses.
public enum ParserMode: String, CaseIterable, Sendable {
    /// Rows that can be read in only one way are split here, all others by libcsv.
    case fast
    /// libcsv parses every row.
    case libcsv
}

/// Splits plain rows. A plain row has as many fields as the header and no control character. Each of its fields is
/// either without a quote or wholly in quotes, with neither a quote nor a line break inside. Plain rows can be read in
/// only one way, and most rows are plain. Every other row goes to libcsv, which defines what a file means.
///
/// The splitter works on a window in two steps. The first step notes the position of every delimiter, control character
/// and quote. It takes sixty-four bytes at a time, without a branch that depends on the data. The second step goes from
/// row to row over these marks.
struct PlainRowSplitter: ~Copyable {
    private let delimiter: UInt8
    private let delimiterCount: Int
    /// The positions of the fields that are kept. This is a pointer, because an array would cost a check for each field
    /// of a row.
    private let wanted: UnsafeMutablePointer<Int>
    private let wantedCount: Int

    /// The positions of the marks in the window, in order.
    private var marks: UnsafeMutablePointer<UInt32>
    private var capacity = 0
    private var count = 0
    /// The first mark at or after the next row.
    private var next = 0
    /// The start and end of each field in a row with quotes.
    private let fields: UnsafeMutablePointer<Field>

    private struct Field {
        var start = 0
        var end = 0
    }

    init(delimiter: UInt8, sink: UnsafeMutablePointer<FieldSink>) {
        self.delimiter = delimiter
        let fields = sink.pointee.targetCount
        delimiterCount = fields - 1
        let wanted = (0..<fields).filter { sink.pointee.targets[$0].kind != .skip }
        wantedCount = wanted.count
        self.wanted = .allocate(capacity: max(1, wanted.count))
        for (index, field) in wanted.enumerated() { (self.wanted + index).initialize(to: field) }
        marks = .allocate(capacity: 0)
        self.fields = .allocate(capacity: fields)
        self.fields.initialize(repeating: Field(), count: fields)
    }

    deinit {
        marks.deallocate()
        wanted.deallocate()
        fields.deallocate()
    }

    /// Notes the marks of a window. This must be done whenever the window's bytes have moved. The window must have at
    /// least `ByteWindow.padding` bytes after its end, which are read and never used.
    mutating func index(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        if capacity < length {
            marks.deallocate()
            // Some marks are written past the last valid one.
            marks = .allocate(capacity: length + 2 * ByteWindow.padding)
            capacity = length
        }
        let raw = UnsafeRawPointer(bytes)
        let delimiters = SIMD16<UInt8>(repeating: delimiter)
        var count = 0
        var block = 0
        while block < length {
            var hits = Self.hits(raw + block, delimiters)
            if length - block < 64 { hits &= 1 << UInt64(length - block) - 1 }
            let start = count
            count = start &+ hits.nonzeroBitCount
            @inline(__always)
            func note(_ place: Int) {
                marks[place] = UInt32(truncatingIfNeeded: block &+ hits.trailingZeroBitCount)
                hits &= hits &- 1
            }
            // Six marks are always written, because few blocks have more. The next block overwrites surplus marks.
            note(start)
            note(start &+ 1)
            note(start &+ 2)
            note(start &+ 3)
            note(start &+ 4)
            note(start &+ 5)
            var place = start &+ 6
            while place < count {
                note(place)
                place &+= 1
            }
            block += 64
        }
        self.count = count
        next = 0
    }

    /// Returns one bit for each of sixty-four bytes: whether it is a delimiter, a quote, or one of the first sixteen
    /// characters. These are line breaks, and NULs, tabs and the like. The latter make a row not plain.
    @inline(__always)
    private static func hits(_ bytes: UnsafeRawPointer, _ delimiter: SIMD16<UInt8>) -> UInt64 {
        @inline(__always)
        func equal(_ block: SIMD16<UInt8>, _ other: SIMD16<UInt8>) -> SIMD2<UInt64> {
            // The masks are used as whole words, because masks of bytes would be joined byte by byte.
            unsafeBitCast(block .== other, to: SIMD2<UInt64>.self)
        }
        @inline(__always)
        func sixteen(_ offset: Int) -> UInt64 {
            let block = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            // A "less than" comparison works byte by byte. One comparison with zero is cheaper than two with the line
            // breaks.
            let upper = unsafeBitCast(block, to: SIMD2<UInt64>.self) & SIMD2(repeating: 0xF0F0_F0F0_F0F0_F0F0)
            let hit =
                equal(block, delimiter) | equal(unsafeBitCast(upper, to: SIMD16<UInt8>.self), SIMD16(repeating: 0))
                | equal(block, SIMD16(repeating: 34))
            // Byte k keeps only bit k; the product adds up these eight bits in its highest byte.
            let bits = hit & SIMD2(repeating: 0x8040_2010_0804_0201)
            let low = (bits[0] &* 0x0101_0101_0101_0101) >> 56
            let high = (bits[1] &* 0x0101_0101_0101_0101) >> 56
            return low | high << 8
        }
        return sixteen(0) | sixteen(16) << 16 | sixteen(32) << 32 | sixteen(48) << 48
    }

    /// Passes rows to the sink, beginning with the row at `position`. It stops when the batch is full, at a row that
    /// starts at or after `limit`, and at a row that is not plain or not wholly in the window. `position` and `line`
    /// then belong to the first row that was not taken.
    mutating func takeRows(
        _ bytes: UnsafePointer<UInt8>, base: Int, from position: inout Int, line: inout Int, limit: Int,
        into sink: UnsafeMutablePointer<FieldSink>, _ batch: RecordBatch
    ) {
        // Rows that libcsv took have marks too. After a refused record, the position may also have moved back.
        if next > 0, Int(marks[next - 1]) >= position { next = 0 }
        while next < count, Int(marks[next]) < position { next += 1 }
        let (marks, delimiter, delimiterCount) = (marks, delimiter, delimiterCount)
        let (lines, spans, capacity) = (batch.lines, batch.spans, batch.capacity)
        let (wanted, wantedCount) = (wanted, wantedCount)
        var (start, next, row) = (position, next, sink.pointee.row)
        while start < limit, row < capacity, next + delimiterCount < count {
            var others: UInt8 = 0
            for index in next..<next + delimiterCount { others |= bytes[Int(marks[index])] ^ delimiter }
            var used = delimiterCount + 1
            let isBare = others == 0 && bytes[Int(marks[next + delimiterCount])] != Self.quote
            if !isBare {
                used = marksOfQuotedRow(bytes, from: start, next)
                guard used > 0 else { break }
            }
            let end = Int(marks[next + used - 1])
            var after = end + 1
            if bytes[end] != 10 {
                guard bytes[end] == 13, next + used < count, Int(marks[next + used]) == after, bytes[after] == 10
                else { break }
                after += 1
                used += 1
            }
            // Blank lines are left to libcsv.
            guard end > start else { break }
            lines[row] = UInt32(truncatingIfNeeded: line)
            spans[row] = ByteSpan(
                offset: UInt64(base + start), length: UInt32(truncatingIfNeeded: after - start))
            if isBare {
                for index in 0..<wantedCount {
                    let field = wanted[index]
                    let first = field == 0 ? start : Int(marks[next + field - 1]) + 1
                    sink.pointee.store(field, bytes + first, Int(marks[next + field]) - first)
                }
            } else {
                for index in 0..<wantedCount {
                    let field = wanted[index]
                    let (first, end) = (fields[field].start, fields[field].end)
                    sink.pointee.store(field, bytes + first, end - first)
                }
            }
            sink.pointee.endPlainRow()
            row += 1
            line += 1
            start = after
            next += used
        }
        self.next = next
        position = start
    }
    private static let quote: UInt8 = 34

    /// Notes where the fields of a row lie, and returns how many marks the row has, including the one that ends it.
    /// Zero when a field is neither bare nor wholly in quotes.
    private func marksOfQuotedRow(_ bytes: UnsafePointer<UInt8>, from start: Int, _ first: Int) -> Int {
        var (start, mark) = (start, first)
        for field in 0...delimiterCount {
            guard mark < count else { return 0 }
            var end = Int(marks[mark])
            if end == start, bytes[end] == Self.quote {
                // Delimiters inside quotes are text; rows with a line break inside quotes are left to libcsv.
                var close = mark + 1
                while close < count, bytes[Int(marks[close])] == delimiter { close += 1 }
                guard close + 1 < count, bytes[Int(marks[close])] == Self.quote,
                    marks[close + 1] == marks[close] + 1
                else { return 0 }
                fields[field] = Field(start: start + 1, end: Int(marks[close]))
                mark = close + 1
                end = Int(marks[mark])
            } else {
                fields[field] = Field(start: start, end: end)
            }
            let byte = bytes[end]
            guard byte == delimiter ? field < delimiterCount : field == delimiterCount && byte != Self.quote
            else { return 0 }
            mark += 1
            start = end + 1
        }
        return mark - first
    }
}
