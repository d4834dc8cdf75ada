/// Labels and headings, compared as people compare them.
public enum Label {
    /// Lower case, `&` as `and`, without punctuation: two labels that fold alike say the same.
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

    /// How deep the label is set in: two blanks or a dash a step.
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
