package import Core

/// UTF-16 with a byte-order mark, turned into UTF-8 as a whole: the readers know bytes that are ASCII where CSV has its
/// marks, and a file of that kind is small.
package struct UTF16Text {
    /// The longest file that is held in memory for it, in bytes.
    static let longest = 256 << 20

    /// Why it is no text, and on which line, from 1.
    package enum Fault: Error {
        /// Half of a character that takes two units stands alone.
        case unpairedSurrogate(line: Int)
        /// The file ends inside a unit.
        case oddByte(line: Int)
    }

    /// The text in UTF-8, without the mark.
    package private(set) var utf8: [UInt8] = []
    private let isBigEndian: Bool
    /// The first half of a character whose second half follows.
    private var high: UInt32?

    /// Takes the file's bytes, the mark among them.
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

    /// The byte order that the file's first bytes announce; nil when they announce none. What begins like the mark of
    /// UTF-32 is not UTF-16.
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

    /// The current line of the text; only a fault needs it.
    private var line: Int {
        var line = 1
        for (position, byte) in utf8.enumerated() {
            if byte == 10 || byte == 13 && position + 1 < utf8.count && utf8[position + 1] != 10 { line += 1 }
        }
        return line
    }
}
