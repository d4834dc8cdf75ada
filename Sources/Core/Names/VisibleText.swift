/// Text from a file, with its invisible characters made visible for people.
public enum VisibleText {
    /// Returns the text with some characters written as their numbers: `CSP[U+00A0]Name`. These are blanks other than a
    /// plain space, invisible characters, and characters that only look like a plain hyphen.
    public static func of(_ text: String) -> String { VisibleControls.escaped(text, where: isInvisible) }

    /// Returns the text without surrounding blanks or invisible characters. Each run of blanks becomes one plain space,
    /// and each character that only looks like a hyphen becomes a plain hyphen.
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
