/// Words that the project does not use in texts for people, because there is a more usual word for each.
enum UnwantedWords {
    /// Returns the unwanted words in the text, each with the usual word.
    static func problems(_ text: String) -> [String] {
        let words =
            " "
            + text.lowercased().map { $0.isLetter ? String($0) : " " }.joined()
            .split(separator: " ").joined(separator: " ") + " "
        return usual.filter { words.contains(" \($0.key) ") }.map { "'\($0.key)' for '\($0.value)'" }.sorted()
    }

    private static let usual = [
        "told": "reported", "tells": "reports", "tell": "report", "said again": "repeated",
        "to spare": "extra", "what came of": "result of", "what becomes of": "result of", "taken in": "read",
        "take in": "read", "takes in": "reads", "takein": "ingest", "put right": "corrected", "puts right": "corrects",
        "give back": "reveal", "gives back": "reveals", "gives it back": "secondary suppression",
        "give it back": "secondary suppression", "stretch": "chunk", "stretches": "chunks", "nought": "zero",
        "house": "package", "room": "target", "door": "dependency", "things": "unit noun", "thing": "unit noun",
        "meant": "intended", "mosttold": "maxReported", "fewest": "min",
        "stand to another column s": "breaks the rule between two columns", "does not stand to": "breaks the rule",
        "scene": "snapshot", "question": "request", "heldrow": "quarantined row", "trouble": "error",
        "refusal": "error", "mistake": "error", "mistakes": "errors", "stranger": "unlisted file",
        "departure": "row status", "nobody here wrote": "third-party", "as the target asks": "as the target wants",
        "lay out": "arrange", "asked for": "requested", "asked for it": "requested it",
    ]
}
