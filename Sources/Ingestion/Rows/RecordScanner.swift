import Core
import Glibc

/// Goes through a file from record to record. The splitter takes plain rows as long as there are any, and every other
/// physical line is passed to libcsv. The library has no line counter and cannot say where a record starts. Passing it
/// single lines solves both problems, and limits the loss from a malformed record to one line.
struct RecordScanner: ~Copyable {
    /// The greatest length of a record in bytes, including quoted line breaks. It limits how much an unclosed quote can
    /// affect.
    static let longestRecord = 1 << 20

    private let file: LandedFile
    private var window: ByteWindow
    private var parser: LibCSVParser
    private var splitter: PlainRowSplitter
    private let mode: ParserMode
    private let sink: UnsafeMutablePointer<FieldSink>
    private let batch: RecordBatch

    /// Position in the window of the next byte to parse.
    private var position = 0
    /// Positions of the next line feed and carriage return at or after `position`, or the window's end.
    private var nextLF = -1
    private var nextCR = -1
    /// The physical line that starts at `position`.
    private(set) var line: Int
    /// The current record: the offset and the line at which it starts, and the offset at which its second physical line
    /// starts.
    private var recordStart = 0
    private var recordLine = 0
    private var recordSecondLine = 0

    /// The results of the scan so far.
    private(set) var blankLines = 0
    private(set) var endsWithLineBreak = true
    /// Rows that are longer than the header only by empty fields.
    var paddedRows: Int { sink.pointee.paddedRows }

    init(
        file: LandedFile, from offset: Int, line: Int, delimiter: UInt8, checkingUTF8: Bool, batch: RecordBatch,
        sink: UnsafeMutablePointer<FieldSink>, mode: ParserMode
    ) {
        self.file = file
        self.line = line
        self.sink = sink
        self.batch = batch
        window = ByteWindow(file: file, from: offset, checkingUTF8: checkingUTF8)
        parser = LibCSVParser(delimiter: delimiter)
        splitter = PlainRowSplitter(delimiter: delimiter, sink: sink)
        self.mode = mode
    }

    /// Parses up to the first record that starts at or after the limit, or up to the end of the file. Full batches and
    /// refused records go to the consumer. Returns the offset at which it stopped. When it throws, the consumer has
    /// received the rows before the error.
    mutating func run(upTo limit: Int, _ consumer: inout some BatchConsumer) throws -> Int {
        do { return try walk(upTo: limit, &consumer) } catch {
            try? flush(&consumer)
            throw error
        }
    }

    private mutating func walk(upTo limit: Int, _ consumer: inout some BatchConsumer) throws -> Int {
        try refill(dropping: 0)
        while true {
            if window.base + position >= limit, parser.isBetweenRecords {
                try flush(&consumer)
                return window.base + position
            }
            if mode == .fast, parser.isBetweenRecords {
                let start = position
                splitter.takeRows(
                    window.bytes, base: window.base, from: &position, line: &line, limit: limit - window.base,
                    into: sink, batch)
                if sink.pointee.row == batch.capacity { try flush(&consumer) }
                if position > start { continue }
            }
            guard let end = try nextBreak() else { break }
            try parse(upTo: end, &consumer)
            if sink.pointee.row == batch.capacity { try flush(&consumer) }
        }
        try finish(&consumer)
        try flush(&consumer)
        return window.base + window.count
    }

    // MARK: Lines

    /// Returns the position after the next line break, or after the last byte of a file that does not end with a line
    /// break. Nil at the end of the file.
    private mutating func nextBreak() throws(ExtractError) -> Int? {
        while true {
            let end = window.count
            if nextLF < position { nextLF = find(10, from: position) }
            if nextCR < position { nextCR = find(13, from: position) }
            if nextCR < nextLF {
                if nextCR + 1 == nextLF, nextLF < end { return nextLF + 1 }
                // A carriage return at the window's end may be the first half of a CRLF.
                if nextCR + 1 < end || window.reachesEnd { return nextCR + 1 }
            } else if nextLF < end {
                return nextLF + 1
            } else if window.reachesEnd {
                return position < end ? end : nil
            }
            guard end - position <= Self.longestRecord else {
                throw .recordTooLong(file: file.name, line: line, limit: Self.longestRecord)
            }
            try refill(dropping: position)
        }
    }

    private func find(_ byte: Int32, from start: Int) -> Int {
        let end = window.count
        guard start < end, let found = memchr(window.bytes + start, byte, end - start) else { return end }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - window.bytes
    }

    private mutating func refill(dropping used: Int) throws(ExtractError) {
        try window.advance(dropping: used)
        if mode == .fast { splitter.index(window.bytes, window.count) }
        position = 0
        nextLF = -1
        nextCR = -1
    }

    // MARK: Records

    private mutating func parse(upTo end: Int, _ consumer: inout some BatchConsumer) throws {
        let start = position
        if parser.isBetweenRecords {
            recordStart = window.base + start
            recordLine = line
            recordSecondLine = window.base + end
            sink.pointee.hasNUL = false
        }
        if memchr(window.bytes + start, 0, end - start) != nil { sink.pointee.hasNUL = true }
        let row = sink.pointee.row
        batch.lines[row] = UInt32(truncatingIfNeeded: recordLine)
        batch.spans[row] = ByteSpan(
            offset: UInt64(recordStart), length: UInt32(truncatingIfNeeded: window.base + end - recordStart))
        let last = window.bytes[end - 1]
        let outcome = parser.feed(window.bytes + start, end - start, to: sink)
        position = end
        switch outcome {
        case .malformed: try refuseFirstLine(&consumer)
        case .parsed:
            if sink.pointee.rowsEnded == 0, parser.isBetweenRecords { blankLines += 1 }
            if sink.pointee.wrongRows > 0 { try refuseRow(&consumer) }
            // A lone carriage return inside quotes is text; any other break ends a physical line.
            if last == 10 || (last == 13 && parser.isBetweenRecords) { line += 1 }
            sink.pointee.rowsEnded = 0
            if !parser.isBetweenRecords, window.base + end - recordStart > Self.longestRecord {
                parser.forget()
                try refuseFirstLine(&consumer)
            }
        }
    }

    /// Refuses the record that has just ended. A NUL is reported before a wrong number of fields, because the NUL may
    /// have caused it.
    private mutating func refuseRow(_ consumer: inout some BatchConsumer) throws {
        sink.pointee.wrongRows = 0
        let span = ByteSpan(
            offset: UInt64(recordStart), length: UInt32(truncatingIfNeeded: window.base + position - recordStart))
        let rule: FindingRule = sink.pointee.hasNUL ? .nulByte : .fieldCount
        try consumer.reject(RejectedRecord(rule: rule, line: recordLine, span: span))
    }

    /// Refuses the first physical line of the record and continues at its second line. A stray quote then does not
    /// affect the rows after it.
    private mutating func refuseFirstLine(_ consumer: inout some BatchConsumer) throws {
        sink.pointee.abandonRow()
        sink.pointee.rowsEnded = 0
        sink.pointee.wrongRows = 0
        let length = UInt32(truncatingIfNeeded: recordSecondLine - recordStart)
        try consumer.reject(
            RejectedRecord(
                rule: .malformedQuoting, line: recordLine, span: ByteSpan(offset: UInt64(recordStart), length: length)))
        line = recordLine + 1
        if recordSecondLine >= window.base {
            position = recordSecondLine - window.base
        } else {
            try window.seek(to: recordSecondLine)
            if mode == .fast { splitter.index(window.bytes, window.count) }
            position = 0
        }
        nextLF = -1
        nextCR = -1
    }

    private mutating func finish(_ consumer: inout some BatchConsumer) throws {
        let before = ByteSpan(offset: UInt64(window.base - 1), length: 1)
        let last = window.count > 0 ? window.bytes[window.count - 1] : try file.bytes(before).first
        endsWithLineBreak = last == 10 || last == 13
        let wasBetween = parser.isBetweenRecords
        while parser.finish(to: sink) == .malformed {
            // A quote was never closed. Its line is refused, and the lines after it are parsed again.
            let tail = recordSecondLine >= window.base + window.count
            if tail, !endsWithLineBreak { throw ExtractError.truncated(file: file.name, line: recordLine) }
            try refuseFirstLine(&consumer)
            while let end = try nextBreak() {
                try parse(upTo: end, &consumer)
                if sink.pointee.row == batch.capacity { try flush(&consumer) }
            }
        }
        if sink.pointee.wrongRows > 0, !endsWithLineBreak, !wasBetween {
            throw ExtractError.truncated(file: file.name, line: recordLine)
        }
        if sink.pointee.wrongRows > 0 { try refuseRow(&consumer) }
        sink.pointee.rowsEnded = 0
    }

    private mutating func flush(_ consumer: inout some BatchConsumer) throws {
        guard sink.pointee.row > 0 else { return }
        for index in 0..<sink.pointee.targetCount where sink.pointee.targets[index].table?.pointee.isFull == true {
            throw ExtractError.tooManyDistinctValues(file: file.name, column: index + 1, limit: InternTable.maxBytes)
        }
        batch.setCount(sink.pointee.row)
        try consumer.consume(batch)
        batch.setCount(0)
        sink.pointee.row = 0
        for index in 0..<sink.pointee.targetCount { sink.pointee.targets[index].usedAtRowStart = 0 }
    }
}
