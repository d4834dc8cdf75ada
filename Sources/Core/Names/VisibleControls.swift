/// Characters that act on a terminal or on the text around them instead of being displayed.
public enum VisibleControls {
    /// Returns whether the character is a control character, separates lines or paragraphs, or changes the text's
    /// direction.
    public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Returns whether XML, and therefore a workbook, cannot hold the character in any form.
    public static func isNoXML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Returns whether text for people must not contain the character. Such a code point cannot be in XML, is another
    /// control character, or is not a character at all.
    public static func isNoText(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return isNoXML(scalar) || (0x7F..<0xA0).contains(value) || (0xFDD0...0xFDEF).contains(value)
            || value & 0xFFFE == 0xFFFE
    }

    /// Returns the text with each character that must be escaped written as its number: `[U+001B]`.
    public static func escaped(_ text: String, where mustEscape: (Unicode.Scalar) -> Bool = isControl) -> String {
        guard text.unicodeScalars.contains(where: mustEscape) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if mustEscape(scalar) {
                shown += "[U+\(hexadecimal(scalar))]".unicodeScalars
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// Returns the character's number in at least four hexadecimal digits: `001B`.
    public static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
