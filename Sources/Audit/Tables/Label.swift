/// Compares labels and headings as people do.
public enum Label {
    /// Returns the label in lower case, with `and` for `&`, and without punctuation. Two labels with the same folded
    /// form mean the same.
    public static func folded(_ label: String) -> String {
        var folded = ""
        var isBetween = false
        for scalar in label.lowercased().unicodeScalars {
            let isWord =
                scalar.value < 0x80
                ? (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value) || scalar == "%"
                : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if isWord || scalar == "&" {
                if isBetween || scalar == "&", !folded.isEmpty { folded += " " }
                if scalar == "&" { folded += "and" } else { folded.unicodeScalars.append(scalar) }
                isBetween = scalar == "&"
            } else {
                isBetween = true
            }
        }
        return folded
    }

    /// Returns the level at which the label is indented: one level for every two spaces or dashes, rounded up.
    static func depth(_ label: String) -> Int {
        var blanks = 0
        for scalar in label.unicodeScalars {
            guard scalar == " " || scalar == "\u{A0}" || scalar == "\u{2003}" || scalar == "-" || scalar == "–" else {
                break
            }
            blanks += 1
        }
        return (blanks + 1) / 2
    }
}
