/// Text of a file for people, in which what cannot be seen can.
public enum VisibleText {
    /// The text with every blank other than a plain one, and every character that nothing shows or that only looks like
    /// a plain hyphen, written as its number: `CSP[U+00A0]Name`.
    public static func of(_ text: String) -> String { VisibleControls.escaped(text, where: isInvisible) }

    /// The text without blanks around it and without invisible characters, every run of blanks a plain one.
    public static func plain(_ text: String) -> String {
        var words: [String] = [""]
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if words.last?.isEmpty == false { words.append("") }
            } else if scalar.value == 0x2010 || scalar.value == 0x2011 {
                words[words.count - 1] += "-"
            } else if scalar.properties.generalCategory != .format, scalar.properties.generalCategory != .control {
                words[words.count - 1].unicodeScalars.append(scalar)
            }
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value != 0x20 else { return false }
        let properties = scalar.properties
        return properties.isWhitespace || scalar.value == 0x2010 || scalar.value == 0x2011
            || [.control, .format].contains(properties.generalCategory)
    }
}
