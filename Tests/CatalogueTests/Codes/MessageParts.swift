import Core

/// What is wrong and what to do: the parts of a message, without its place.
struct MessageParts {
    let meaning: String
    let remedy: String?

    init(_ message: FailureMessage) {
        let text = message.explanation.replacing(#/^FILE(:\d+)*: /#, with: "")
        // A message says what is wrong, and then, in a separate clause, sentence or line, what to do.
        guard let joint = text.firstMatch(of: /; |\. |\n/) else {
            (meaning, remedy) = (text, nil)
            return
        }
        meaning = String(text[..<joint.range.lowerBound])
        remedy = String(text[joint.range.upperBound...])
    }
}
