/// A text in which values, quoted names and lists of them are one word each, as a reader takes them.
struct TextWithoutValues {
    /// The text with a sign for each value.
    let text: String

    private static let sign = "§"

    init(_ text: String, _ values: AwkwardValues) {
        var plain = text
        let start = values.name.prefix(1).uppercased() + values.name.dropFirst()
        for value in [values.file, values.name, start] where !value.isEmpty { plain.replace(value, with: Self.sign) }
        // An apostrophe inside a word is no quotation mark.
        plain.replace(/(^|[^\w§])'[^'\n]*'(?!\w)/) { "\($0.1)\(Self.sign)" }
        plain.replace(/[“"][^”"\n]*[”"]/, with: Self.sign)
        self.text = plain
    }

    /// Its sentences. A message says what is wrong; what to do: two sentences, whose joint is the first semicolon.
    func sentences(isMessage: Bool) -> [String] {
        text.replacing(/[.?!](?=\s)/, with: "\n").split(separator: "\n").flatMap { sentence in
            isMessage ? sentence.split(separator: "; ", maxSplits: 1).map(String.init) : [String(sentence)]
        }
    }

    /// How many words a sentence has; a list of values is one.
    static func words(_ sentence: String) -> Int {
        sentence.replacing(/§(?:(?:,|;| \|)? (?:and |or )?§)+/, with: sign).split(separator: " ")
            .count { $0.contains { $0.isLetter || $0.isNumber } || $0.contains(sign) }
    }
}
