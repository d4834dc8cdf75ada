/// Checks a text that people read: its sentences, spacing, numbers, articles and words.
struct SentenceJudge {
    /// The kind of a text. A message ends without a full stop, because a code or a line break follows it; a sentence
    /// ends with one.
    enum Kind {
        case message, sentence
    }

    private let values: AwkwardValues

    init(_ values: AwkwardValues) { self.values = values }

    /// Returns the problems of the text; none when it is correct.
    func problems(_ text: String, _ kind: Kind) -> [String] {
        let plain = TextWithoutValues(text, values)
        return spacing(plain.text) + ending(text, kind) + UnwantedWords.problems(plain.text)
            + WordAgreement.problems(plain.text)
            + plain.sentences(isMessage: kind == .message).compactMap { sentence in
                let words = TextWithoutValues.words(sentence)
                return words > Self.maxWords ? "\(words) words: \(sentence)" : nil
            }
    }

    private static let maxWords = 25

    private func spacing(_ text: String) -> [String] {
        let lines = text.replacing("\n  ", with: "\n")
        return ["  ", " ,", " .", " ;", " :", ",,", "..", ";;", "( ", " )", "()"].filter(lines.contains).map {
            "'\($0)'"
        }
    }

    private func ending(_ text: String, _ kind: Kind) -> [String] {
        guard let last = text.last(where: { !$0.isWhitespace }) else { return ["it is empty"] }
        if text.last?.isWhitespace == true { return ["it ends with a blank"] }
        switch kind {
        case .message: return ".,;:".contains(last) ? ["it ends with '\(last)'"] : []
        case .sentence: return last == "." ? [] : ["it ends with '\(last)'"]
        }
    }
}
