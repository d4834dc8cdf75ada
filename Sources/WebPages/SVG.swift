import Core
import Reporting

/// Pieces of SVG.
enum SVG {
    /// A length to a tenth: what a drawing needs, and the same on every machine.
    static func number(_ length: Double) -> String {
        Rational(Int((length * 10).rounded()), over: 10)?.sixPlaces ?? "0"
    }

    static func text(_ words: String, x: Double, y: Double, anchor: String) -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(XMLText.escaped(words))</text>"
    }

    /// How wide the words are at the size of a drawing's text.
    static func width(_ words: String) -> Double { TextExtent(words).width * 7.2 }

    /// The words on as many lines as they need in the width.
    static func wrapped(_ words: String, width: Double) -> [String] {
        var lines: [String] = []
        for word in words.split(separator: " ") {
            if let last = lines.last, Self.width(last + " " + word) <= width - 4 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
