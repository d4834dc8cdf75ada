import CLibCSV
public import Core

/// CSV that fits in memory, as rows of text, for headers and reference tables. The text is passed to libcsv line by
/// line, so that the physical line of every row is known.
public struct CSVText {
    /// One row.
    public struct Row: Hashable, Sendable {
        /// The values, as text.
        public let fields: [String]
        /// The physical line on which the row starts, counted from 1.
        public let line: Int
        /// The line on which the row ends, and the offset of the byte after the row.
        let lastLine: Int
        let end: Int
    }

    /// The rows, without blank lines.
    public let rows: [Row]
    /// The line of the row with a quote in a wrong place or a quote that is never closed; nil when there is none. The
    /// rows before it are read.
    public let malformedLine: Int?
    /// Whether a row is malformed because the bytes end inside quotes.
    let endsInQuotes: Bool

    /// Reads the bytes from an offset on, up to `limit` rows.
    public init(
        _ bytes: [UInt8], from start: Int = 0, delimiter: UInt8 = UInt8(ascii: ","), encoding: TextEncoding = .utf8,
        limit: Int = .max
    ) {
        let collector = Collector(encoding: encoding)
        let context = Unmanaged.passUnretained(collector).toOpaque()
        var parser = csv_parser()
        csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
        defer { csv_free(&parser) }
        csv_set_delim(&parser, delimiter)
        csv_set_space_func(&parser) { _ in 0 }
        var rows: [Row] = []
        var malformed: Int?
        var position = start
        var line = 1
        var firstLine = 1
        var endsInQuotes = false
        while position < bytes.count, rows.count < limit {
            let end = Self.lineEnd(bytes, from: position)
            if parser.pstate == 0 { firstLine = line }
            let taken = bytes.withUnsafeBytes { all in
                csv_parse(
                    &parser, all.baseAddress.map { $0 + position }, end - position, Collector.receiveField,
                    Collector.receiveRow, context)
            }
            guard taken == end - position else {
                malformed = firstLine
                break
            }
            position = end
            for fields in collector.takeRows() {
                rows.append(Row(fields: fields, line: firstLine, lastLine: line, end: end))
            }
            // A lone carriage return inside quotes is text; any other break ends a physical line.
            if bytes[end - 1] == 10 || parser.pstate == 0 { line += 1 }
        }
        if malformed == nil, rows.count < limit {
            if csv_fini(&parser, Collector.receiveField, Collector.receiveRow, context) != 0 {
                malformed = firstLine
                endsInQuotes = true
            }
            for fields in collector.takeRows() {
                rows.append(Row(fields: fields, line: firstLine, lastLine: line, end: position))
            }
        }
        self.rows = rows
        malformedLine = malformed
        self.endsInQuotes = endsInQuotes
    }

    /// Returns the offset after the line break that ends the physical line at `start`.
    static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
        for position in start..<bytes.count {
            if bytes[position] == 10 { return position + 1 }
            if bytes[position] == 13 {
                return position + 1 < bytes.count && bytes[position + 1] == 10 ? position + 2 : position + 1
            }
        }
        return bytes.count
    }
}

/// Collects rows as text.
private final class Collector {
    private var fields: [String] = []
    private var rows: [[String]] = []
    private let encoding: TextEncoding

    init(encoding: TextEncoding) { self.encoding = encoding }

    func takeRows() -> [[String]] {
        defer { rows = [] }
        return rows
    }

    static let receiveField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
        bytes, length, context in
        guard let context else { return }
        let collector = Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
        collector.fields.append(collector.encoding.string(UnsafeRawBufferPointer(start: bytes, count: length)))
    }

    static let receiveRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
        guard let context else { return }
        let collector = Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
        collector.rows.append(collector.fields)
        collector.fields = []
    }
}
