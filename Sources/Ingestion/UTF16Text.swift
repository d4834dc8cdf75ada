package import Core

/// UTF-16 text with a byte-order mark, converted to UTF-8 because the readers need delimiters, quotes and line
/// breaks as single ASCII bytes. It is converted as a whole because such files are small.
package struct UTF16Text {
    /// The longest file that is converted in memory, in bytes.
    static let longest = 256 << 20

    /// Why the bytes are not text, and on which line, from 1.
    package enum Fault: Error {
        /// Half of a two-unit character is missing.
        case unpairedSurrogate(line: Int)
        /// The file ends in the middle of a two-byte unit.
        case oddByte(line: Int)
    }

    /// The text in UTF-8, without the mark.
    package private(set) var utf8: [UInt8] = []

    /// Converts the file's bytes, which include the mark.
    package init(_ bytes: [UInt8], isBigEndian: Bool) throws(Fault) {
        utf8.reserveCapacity(bytes.count / 2 + bytes.count / 16)
        var units = Units(bytes: bytes, isBigEndian: isBigEndian)
        var parser = UTF16.ForwardParser()
        while true {
            switch parser.parseScalar(from: &units) {
            case .valid(let scalar):
                utf8 += UTF8.transcode(scalar, from: UTF16.self) ?? UTF8.encodedReplacementCharacter
            case .error: throw .unpairedSurrogate(line: line)
            case .emptyInput:
                guard units.position == bytes.count else { throw .oddByte(line: line) }
                return
            }
        }
    }

    /// The units of a file, after its mark.
    private struct Units: IteratorProtocol {
        let bytes: [UInt8]
        let isBigEndian: Bool
        var position = 2

        mutating func next() -> UInt16? {
            guard position + 1 < bytes.count else { return nil }
            let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
            position += 2
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
    }

    /// Returns the byte order that the file's first bytes show; nil when they show none. Bytes that begin like the mark
    /// of UTF-32 are not UTF-16.
    package static func order(_ start: [UInt8]) -> FileEncoding? {
        if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        guard start.starts(with: [0xFF, 0xFE]), !start.starts(with: [0xFF, 0xFE, 0, 0]) else { return nil }
        return .utf16LittleEndian
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
