package import Core

/// UTF-16 text with a byte-order mark, converted to UTF-8 as a whole. The readers need delimiters, quotes and line
/// breaks as single ASCII bytes, and UTF-16 files are small.
package struct UTF16Text {
    /// The longest file that is converted in memory, in bytes.
    static let longest = 256 << 20

    /// Why the bytes are not text, and on which line, from 1.
    package enum Fault: Error {
        /// Half of a two-unit character is missing.
        case unpairedSurrogate(line: Int)
        /// The file ends inside a unit.
        case oddByte(line: Int)
    }

    /// The text in UTF-8, without the mark.
    package private(set) var utf8: [UInt8] = []
    private let isBigEndian: Bool
    /// The first half of a character, until the second half is read.
    private var high: UInt32?

    /// Converts the file's bytes, which include the mark.
    package init(_ bytes: [UInt8], isBigEndian: Bool) throws(Fault) {
        self.isBigEndian = isBigEndian
        utf8.reserveCapacity(bytes.count / 2 + bytes.count / 16)
        var position = 2
        while position + 1 < bytes.count {
            let (first, second) = (UInt32(bytes[position]), UInt32(bytes[position + 1]))
            try append(isBigEndian ? first << 8 | second : second << 8 | first)
            position += 2
        }
        guard high == nil else { throw .unpairedSurrogate(line: line) }
        guard position == bytes.count else { throw .oddByte(line: line) }
    }

    /// Returns the byte order that the file's first bytes show; nil when they show none. Bytes that begin like the mark
    /// of UTF-32 are not UTF-16.
    package static func order(_ start: [UInt8]) -> FileEncoding? {
        if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        guard start.starts(with: [0xFF, 0xFE]), !start.starts(with: [0xFF, 0xFE, 0, 0]) else { return nil }
        return .utf16LittleEndian
    }

    private mutating func append(_ unit: UInt32) throws(Fault) {
        if let high {
            guard unit & 0xFC00 == 0xDC00 else { throw .unpairedSurrogate(line: line) }
            encode(0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF)
            self.high = nil
        } else if unit < 0x80 {
            utf8.append(UInt8(truncatingIfNeeded: unit))
        } else if unit & 0xFC00 == 0xD800 {
            high = unit
        } else {
            guard unit & 0xFC00 != 0xDC00 else { throw .unpairedSurrogate(line: line) }
            encode(unit)
        }
    }

    private mutating func encode(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        utf8 += Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter
    }

    /// The current line of the text, needed only for a fault.
    private var line: Int {
        var line = 1
        for (position, byte) in utf8.enumerated() {
            if byte == 10 || byte == 13 && position + 1 < utf8.count && utf8[position + 1] != 10 { line += 1 }
        }
        return line
    }
}
