/// How much space a text needs in Arial. Spreadsheet programs differ in when they fit rows and columns to their
/// contents, so the sheets set heights and widths themselves. Widths are in digits, like column widths.
package struct TextExtent {
    let text: String
    let points: Double
    let isBold: Bool

    package init(_ text: String, points: Double = 12, isBold: Bool = false) {
        self.text = text
        self.points = points
        self.isBold = isBold
    }

    /// The width of the text on one line.
    package var width: Double {
        text.unicodeScalars.reduce(0) { $0 + Self.width($1) } * points / 12 * (isBold ? 1.08 : 1)
    }

    /// The width of the widest word. A narrower column would break the word.
    package var widestWord: Double {
        words.map { TextExtent(String($0), points: points, isBold: isBold).width }.max() ?? 0
    }

    /// Returns how many lines the text takes when it wraps at the width.
    func lines(in room: Double) -> Int {
        // A word that fits exactly must not wrap because of a rounding error.
        let width = room + 0.001
        let blank = Self.width(" ") * points / 12
        var lines = 1
        var used = 0.0
        for word in words {
            let needed = TextExtent(String(word), points: points, isBold: isBold).width
            if used > 0, used + blank + needed > width {
                lines += 1
                used = needed
            } else {
                used += (used > 0 ? blank : 0) + needed
            }
            // A word that is too long for a line continues on the next.
            if used > width, width > 0 {
                let more = (used / width).rounded(.down)
                lines += Int(more)
                used -= more * width
            }
        }
        return lines
    }

    /// Returns the height of the lines in points, with padding.
    package func height(in width: Double) -> Double { Double(lines(in: width)) * points * 1.2 + 4 }

    private var words: [Substring] { text.split(separator: " ") }

    private static func width(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "'", "|": 0.42
        case " ", ".", ",", ":", ";", "!", "/", "\\", "f", "t", "I", "[", "]": 0.5
        case "r", "(", ")", "-", "{", "}", "\"", "*": 0.62
        case "c", "k", "s", "v", "x", "y", "z", "J": 0.9
        case "m", "M": 1.5
        case "W", "%", "@", "—": 1.75
        case "w", "A"..."Z", "&", "+", "=", "<", ">": 1.25
        case _ where scalar.value > 0x2E80: 1.8
        default: 1
        }
    }
}
