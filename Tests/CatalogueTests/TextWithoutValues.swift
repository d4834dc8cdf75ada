/// A text in which each value, each quoted name and each list of them is replaced by a sign, because a reader takes it
/// as one word.
struct TextWithoutValues {
    /// The text with the signs.
    let text: String

    private static let sign = "§"

    init(_ text: String, _ values: AwkwardValues) {
        var plain = text
        let start = values.name.prefix(1).uppercased() + values.name.dropFirst()
        for value in [values.file, values.name, start] where !value.isEmpty { plain.replace(value, with: Self.sign) }
        // An apostrophe inside a word is not a quotation mark.
        plain.replace(/(^|[^\w§])'[^'\n]*'(?!\w)/) { "\($0.1)\(Self.sign)" }
        plain.replace(/[“"][^”"\n]*[”"]/, with: Self.sign)
        self.text = plain
    }

    /// Returns the text's sentences. In a message, the first semicolon separates two sentences: what is wrong, and what
    /// to do.
    func sentences(isMessage: Bool) -> [String] {
        text.replacing(/[.?!](?=\s)/, with: "\n").split(separator: "\n").flatMap { sentence in
            isMessage ? sentence.split(separator: "; ", maxSplits: 1).map(String.init) : [String(sentence)]
        }
    }

    /// Returns the number of words in a sentence; a list of values counts as one word.
    static func words(_ sentence: String) -> Int {
        sentence.replacing(/§(?:(?:,|;| \|)? (?:and |or )?§)+/, with: sign).split(separator: " ")
            .count { $0.contains { $0.isLetter || $0.isNumber } || $0.contains(sign) }
    }
}
