import Core

/// The first bytes of a file, which show the format of the file and its header.
struct Preamble {
    let file: String
    let bytes: [UInt8]
    /// The length of the byte-order mark in bytes; 0 when there is none.
    let markLength: Int
    /// Whether the search for a header may read more of the file than these bytes.
    let isPart: Bool
    /// Whether a byte-order mark gives the file's encoding.
    let isMarked: Bool
    /// Whether the bytes were UTF-16 in the file.
    let isUTF16: Bool

    /// The usual number of bytes, which is enough for nearly every header; a file with a longer header is read further.
    static let usualLength = 1 << 14

    init(file: LandedFile, length: Int = usualLength) throws(ExtractError) {
        self.file = file.name
        guard file.size > 0 else { throw .empty(file: file.name) }
        bytes = try file.bytes(ByteSpan(offset: 0, length: UInt32(min(file.size, length))))
        isPart = bytes.count < file.size && length < RecordScanner.longestRecord
        markLength = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        isUTF16 = file.utf16 != nil
        isMarked = markLength > 0 || isUTF16
        if let kind = Self.foreignKind(bytes[markLength...]) { throw .notText(file: file.name, looksLike: kind) }
        try Self.checkEnd(of: file, beginning: bytes)
    }

    /// Returns the lines up to the offset as if they were the whole file. Nil when the offset is not the end of a line
    /// among the usual first bytes.
    func prefix(_ end: Int) -> Preamble? {
        guard end > 0, end < Self.usualLength, end <= bytes.count, bytes[end - 1] == 10 else { return nil }
        return Preamble(
            file: file, bytes: Array(bytes[..<end]), markLength: markLength, isPart: false, isMarked: isMarked,
            isUTF16: isUTF16)
    }

    private init(file: String, bytes: [UInt8], markLength: Int, isPart: Bool, isMarked: Bool, isUTF16: Bool) {
        self.file = file
        self.bytes = bytes
        self.markLength = markLength
        self.isPart = isPart
        self.isMarked = isMarked
        self.isUTF16 = isUTF16
    }

    private static func foreignKind(_ bytes: ArraySlice<UInt8>) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "an Excel workbook or another zip archive" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Excel workbook (.xls)" }
        if bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) { return "a PDF" }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32 text" }
        // Latin letters in UTF-16 have one NUL byte between them, and in UTF-32 three.
        switch bytes.prefix(4).map({ $0 == 0 }) {
        case [false, true, false, true], [true, false, true, false]: return "UTF-16 text without a byte-order mark"
        case [false, true, true, true], [true, true, true, false]: return "UTF-32 text"
        default: break
        }
        if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
        // A table rarely has `<`, `[` or `{` in its first words; without them, the bytes need not be decoded.
        guard bytes.prefix(256).contains(where: { $0 == 0x3C || $0 == 0x5B || $0 == 0x7B }) else { return nil }
        let start = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased().drop { $0.isWhitespace }
        if start.hasPrefix("<html") || start.hasPrefix("<!doctype html") || start.hasPrefix("<table") {
            return "an HTML page"
        }
        if start.hasPrefix("<?xml") { return "XML" }
        if start.hasPrefix("{\"") || start.hasPrefix("[{") { return "JSON" }
        return nil
    }

    /// Throws when the file's last byte is NUL: such a file was preallocated and never written to its end.
    private static func checkEnd(of file: LandedFile, beginning bytes: [UInt8]) throws(ExtractError) {
        let last =
            bytes.count == file.size
            ? bytes.last : try file.bytes(ByteSpan(offset: UInt64(file.size - 1), length: 1)).first
        guard last == 0 else { return }
        var text = 0
        for offset in stride(from: 0, to: file.size, by: 1 << 16) {
            let block = try file.bytes(ByteSpan(offset: UInt64(offset), length: 1 << 16))
            if let last = block.lastIndex(where: { $0 != 0 }) { text = offset + last + 1 }
        }
        throw .endsInNULs(file: file.name, line: try file.line(ofByte: text))
    }

    /// Returns the offset of the first byte before `end` that is not UTF-8; nil when there is none.
    func firstFault(upTo end: Int) -> Int? {
        var check = UTF8Check()
        return check.firstFault(bytes.span.extracting(..<end)) ?? (check.isComplete ? nil : end)
    }
}
