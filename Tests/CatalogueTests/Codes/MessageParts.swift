import Core

/// What is wrong and what to do: the parts of a message, without its place.
struct MessageParts {
    let meaning: String
    let remedy: String?

    init(_ message: FailureMessage) {
        let text = message.explanation.replacing(#/^FILE(:\d+)*: /#, with: "")
        guard let joint = text.firstRange(of: "; ") else {
            (meaning, remedy) = (text, nil)
            return
        }
        meaning = String(text[..<joint.lowerBound])
        remedy = String(text[joint.upperBound...])
    }
}
