/// Characters that do something to a terminal or to the text around them, rather than be read.
public enum VisibleControls {
    /// Whether it is a control character, a break of lines or paragraphs, or changes the direction of the text after it.
    public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether XML, and so a workbook, cannot hold it, however it is written.
    public static func isNoXML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether a text for people must not have it: what XML cannot hold, every other control character, and code points
    /// that are no characters.
    public static func isNoText(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return isNoXML(scalar) || (0x7F..<0xA0).contains(value) || (0xFDD0...0xFDEF).contains(value)
            || value & 0xFFFE == 0xFFFE
    }

    /// The text with every such character as its number: `[U+001B]`.
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

    /// The character's number in at least four digits: `001B`.
    public static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
