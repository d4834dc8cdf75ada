import Core
import Reporting

/// Makes pieces of SVG.
enum SVG {
    /// Returns a length to one decimal place, which is enough for a drawing and the same on every machine.
    static func number(_ length: Double) -> String {
        Rational(Int((length * 10).rounded()), over: 10)?.sixPlaces ?? "0"
    }

    static func text(_ words: String, x: Double, y: Double, anchor: String) -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(XMLText.escaped(words))</text>"
    }

    /// Returns the width of the words at the text size of drawings.
    static func width(_ words: String) -> Double { TextExtent(words).width * 7.2 }

    /// Returns the words on as many lines as they need in the width.
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
