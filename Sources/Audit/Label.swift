/// Labels and headings, compared as people compare them.
public enum Label {
    /// Lower case, `&` as `and`, without punctuation: two labels that fold alike say the same.
    public static func folded(_ label: String) -> String {
        var words: [String] = []
        var word = ""
        for character in label.lowercased() {
            if character.isLetter || character.isNumber || character == "%" {
                word.append(character)
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
                if character == "&" { words.append("and") }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.joined(separator: " ")
    }

    /// Whether the label is that of a total.
    static func isTotal(_ label: String) -> Bool {
        let words = folded(label).split(separator: " ")
        return words.contains { ["total", "totals", "overall", "sum"].contains($0) }
            || ["all", "grand total"].contains(folded(label))
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
