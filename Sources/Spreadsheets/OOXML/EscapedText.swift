import Glibc

/// Characters that Excel escapes in its texts: `_x000D_` is a carriage return, and `_x005F_` an underscore.
enum EscapedText {
    private static let underscore = UInt8(ascii: "_")

    /// Replaces the escapes in the text. Control characters other than tab and line breaks stay escaped.
    static func decode(_ text: inout ByteBuffer) {
        guard text.count >= 7, memchr(text.start, Int32(underscore), text.count) != nil else { return }
        var (index, kept) = (0, 0)
        while index < text.count {
            guard let (scalar, length) = scalar(text.bytes, at: index) else {
                text[kept] = text[index]
                (index, kept) = (index + 1, kept + 1)
                continue
            }
            // An escape has seven bytes, more than any character in UTF-8.
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                text[kept] = byte
                kept += 1
            }
            index += length
        }
        text.truncate(to: kept)
    }

    /// Returns the character whose escape begins there, or whose two halves do, and the length of the escape.
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int)? {
        guard let unit = unit(text, at: index) else { return nil }
        if let scalar = Unicode.Scalar(unit) {
            return unit < 0x20 && unit != 9 && unit != 10 && unit != 13 ? nil : (scalar, 7)
        }
        guard unit < 0xDC00, let low = self.unit(text, at: index + 7), (0xDC00...0xDFFF).contains(low) else {
            return ("\u{FFFD}", 7)
        }
        return Unicode.Scalar((unit - 0xD800) << 10 + (low - 0xDC00) + 0x10000).map { ($0, 14) }
    }

    private static func unit(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
        guard index + 7 <= text.count, text[index] == underscore, text[index + 1] == UInt8(ascii: "x"),
            text[index + 6] == underscore
        else { return nil }
        var unit: UInt32 = 0
        for byte in text[index + 2..<index + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
