/// The encoding of an extract's text. The parser works on bytes; only distinct values are ever decoded.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"

    /// Returns the text of the bytes. UTF-8 bytes were validated before. In Windows-1252 every byte is a character; the
    /// five unassigned bytes are the C1 controls of the same number, as in the WHATWG encoding standard.
    public func string(_ bytes: UnsafeRawBufferPointer) -> String {
        switch self {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .windows1252:
            var scalars = String.UnicodeScalarView()
            for byte in bytes { scalars.append(Self.scalar(ofWindows1252: byte)) }
            return String(scalars)
        }
    }

    /// Returns the text of the bytes in an array.
    public func string(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { string($0) } }

    private static func scalar(ofWindows1252 byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(upperHalf[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
    }

    /// Returns the byte for the character in Windows-1252; nil when it has none.
    public static func windows1252Byte(of character: Unicode.Scalar) -> UInt8? {
        switch character.value {
        case 0x00...0x7F, 0xA0...0xFF: UInt8(character.value)
        default: upperHalf.firstIndex { UInt32($0) == character.value }.map { UInt8(0x80 + $0) }
        }
    }

    private static let upperHalf: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
        0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}
