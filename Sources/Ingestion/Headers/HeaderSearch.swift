import Core

/// Goes through the first lines of a file: its header, or text that people put above the header. Each record is read as
/// CSV. If that fails, only its first physical line is skipped, so that a quote in a title affects no other line.
struct HeaderSearch {
    /// The maximum number of lines that are tried, not counting blank lines.
    static let maxCandidates = 20

    /// One line that may be the header.
    struct Candidate {
        /// The line as a header, or why it cannot be read as one.
        let record: Result<HeaderRecord, ExtractError>
        let line: Int
    }

    private let preamble: Preamble
    private let delimiter: UInt8
    private let encoding: TextEncoding
    private var position: Int
    private var line = 1
    private var tried = 0
    /// The lines that have been passed over.
    private var titles: [TitleLine] = []
    /// Whether the bytes ended inside quotes.
    private(set) var isCutOff = false

    init(_ preamble: Preamble, delimiter: UInt8, encoding: TextEncoding) {
        self.preamble = preamble
        self.delimiter = delimiter
        self.encoding = encoding
        position = preamble.markLength
    }

    /// Returns the next candidate; nil when there is none. Throws when the bytes up to its end are not in the encoding.
    mutating func next() throws(ExtractError) -> Candidate? {
        guard tried < Self.maxCandidates else { return nil }
        tried += 1
        let bytes = preamble.bytes
        let text = CSVText(bytes, from: position, delimiter: delimiter, encoding: encoding, limit: 1)
        if let row = text.rows.first {
            try checkEncoding(upTo: row.end)
            let record = pass(row)
            return Candidate(record: .success(record), line: record.line)
        }
        guard let malformed = text.malformedLine else { return nil }
        isCutOff = isCutOff || text.endsInQuotes
        let first = line + malformed - 1
        for _ in 1..<malformed { position = CSVText.lineEnd(bytes, from: position) }
        let end = CSVText.lineEnd(bytes, from: position)
        try checkEncoding(upTo: end)
        titles.append(TitleLine(line: first, lines: 1))
        (position, line) = (end, first + 1)
        // After a quote that is never closed, the rest of the file is inside quotes. A file that was cut off does not
        // end with a line break.
        let isCutOff = text.endsInQuotes && !preamble.isPart && bytes.last != 10 && bytes.last != 13
        return Candidate(
            record: .failure(
                isCutOff
                    ? .truncated(file: preamble.file, line: first) : .malformedHeader(file: preamble.file, line: first)),
            line: first)
    }

    /// Returns the row as a header. The row is also added to the titles, in case a later row is tried.
    private mutating func pass(_ row: CSVText.Row) -> HeaderRecord {
        let first = line + row.line - 1
        let named = (row.fields.lastIndex { !$0.allSatisfy { $0 == " " } } ?? -1) + 1
        var start = position
        while preamble.bytes[start] == 10 || preamble.bytes[start] == 13 { start += 1 }
        let header = HeaderRecord(
            fields: Array(row.fields[..<named]), trailingEmptyColumns: row.fields.count - named, delimiter: delimiter,
            line: first, lines: line + row.lastLine - 1, span: start..<row.end, titles: titles)
        titles.append(TitleLine(line: first, lines: row.lastLine - row.line + 1))
        (position, line) = (row.end, line + row.lastLine)
        return header
    }

    /// Throws when the bytes before `end` are not in the encoding. The scanner checks only what follows the header.
    private func checkEncoding(upTo end: Int) throws(ExtractError) {
        if encoding == .utf8, let fault = preamble.firstFault(upTo: end) {
            throw .notDecodable(file: preamble.file, offset: fault)
        }
    }
}
