import Tabular

/// The header of an extract, as it stands in the file.
struct HeaderRecord: Sendable {
    var fields: [String]
    var delimiter: UInt8
    /// The physical line on which it starts, and how many lines there are up to its end.
    var line: Int
    var lines: Int
    /// Offset of the byte after it.
    var end: Int
}

/// The first bytes of a file, from which it is told what the file is and what its header says.
struct Preamble {
    private let file: String
    private let bytes: [UInt8]
    private let markLength: Int

    /// Whether the file has no byte-order mark.
    var isUnmarked: Bool { markLength == 0 }

    init(file: LandedFile) throws(ExtractRefusal) {
        self.file = file.name
        guard file.size > 0 else { throw .empty(file: file.name) }
        bytes = try file.bytes(ByteSpan(offset: 0, length: UInt32(min(file.size, RecordScanner.longestRecord))))
        markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let kind = Self.foreignKind(bytes[markLength...]) { throw .notText(file: file.name, looksLike: kind) }
    }

    private static func foreignKind(_ bytes: ArraySlice<UInt8>) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "an Excel workbook or another zip archive" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Excel workbook (.xls)" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16 text" }
        if bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) { return "a PDF" }
        if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
        let start = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased().drop { $0.isWhitespace }
        if start.hasPrefix("<html") || start.hasPrefix("<!doctype html") || start.hasPrefix("<table") {
            return "an HTML page"
        }
        if start.hasPrefix("<?xml") { return "XML" }
        if start.hasPrefix("{\"") || start.hasPrefix("[{") { return "JSON" }
        return nil
    }

    /// The offset of the first byte that is not UTF-8. The scanner checks only what comes after the header.
    private static func firstFault(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var check = UTF8Check()
            guard let base = bytes.baseAddress else { return nil }
            return check.firstFault(base, bytes.count) ?? (check.isComplete ? nil : bytes.count)
        }
    }

    /// The first record that is not blank.
    func header(delimiter: UInt8, encoding: TextEncoding) throws(ExtractRefusal) -> HeaderRecord {
        let text = CSVText(bytes, from: markLength, delimiter: delimiter, encoding: encoding, limit: 1)
        guard let row = text.rows.first else {
            guard let line = text.malformedLine else { throw .empty(file: file) }
            // A quote that is never closed swallows a whole file; one that was cut off does not end with a line break.
            let isCutOff = text.endsInQuotes && bytes.last != 10 && bytes.last != 13
            throw isCutOff ? .truncated(file: file, line: line) : .malformedHeader(file: file, line: line)
        }
        if encoding == .utf8, let fault = Self.firstFault(bytes[..<row.end]) {
            throw .notDecodable(file: file, offset: fault)
        }
        return HeaderRecord(
            fields: row.fields, delimiter: delimiter, line: row.line, lines: row.lastLine, end: row.end)
    }
}
