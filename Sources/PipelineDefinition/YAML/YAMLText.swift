import Yams

/// The characters of a YAML text, which can be changed at the place of a node.
struct YAMLText {
    private let scalars: [Unicode.Scalar]
    private let lineStarts: [Int]

    /// Splits the text into lines. Nil if it has line breaks other than LF and CRLF, because positions of nodes would
    /// be ambiguous.
    init?(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var starts = [0]
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n": starts.append(index + 1)
            case "\r" where index + 1 == scalars.count || scalars[index + 1] != "\n": return nil
            case "\u{85}", "\u{2028}", "\u{2029}": return nil
            default: break
            }
        }
        lineStarts = starts
    }

    /// Returns the text with an entry added to a mapping. In a mapping with braces, the entry is added before the
    /// closing brace, otherwise after the first key with a value on the same line.
    func adding(_ entry: String, to node: MappingNode) -> String? {
        guard let start = offset(node.mark) else { return nil }
        if scalars[start] == "{" { return adding(entry, beforeEndOf: start) }
        // If a key has its value on the same line, the next line is another line of the mapping, or lies after the
        // mapping's end.
        guard
            let line = node.mapping.lazy.compactMap({ key, value -> Int? in
                guard case .scalar = value, key.mark?.line == value.mark?.line else { return nil }
                return key.mark?.line
            }).first
        else { return nil }
        return adding(line: String(repeating: " ", count: node.mark.column - 1) + entry, after: line)
    }

    /// Returns the text with an item added to a list.
    func adding(_ flowItem: String, inBlock blockItem: String, to list: Node.Sequence) -> String? {
        guard let mark = list.mark, let start = offset(mark) else { return nil }
        if scalars[start] == "[" { return adding(flowItem, beforeEndOf: start) }
        guard scalars[start] == "-", let last = list.last?.mark?.line else { return nil }
        return adding(line: String(repeating: " ", count: mark.column - 1) + "- " + blockItem, after: last)
    }

    /// Returns the text with a scalar replaced by the result of `change`, which receives the scalar as written.
    func replacing(_ scalar: Node.Scalar, _ change: (String) -> String) -> String? {
        guard let mark = scalar.mark, let start = offset(mark) else { return nil }
        let end: Int
        switch scalars[start] {
        case "\"", "'": end = endOfQuotes(start)
        default:
            end = start + scalar.string.unicodeScalars.count
            guard end <= scalars.count, Array(scalar.string.unicodeScalars) == Array(scalars[start..<end]) else {
                return nil
            }
        }
        return string(0..<start) + change(string(start..<end)) + string(end..<scalars.count)
    }

    // MARK: Places

    private func offset(_ mark: Mark) -> Int? {
        guard lineStarts.indices.contains(mark.line - 1) else { return nil }
        let offset = lineStarts[mark.line - 1] + mark.column - 1
        return scalars.indices.contains(offset) ? offset : nil
    }

    private func string(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }

    private func adding(line: String, after number: Int) -> String? {
        guard number >= 1, number <= lineStarts.count else { return nil }
        let lineBreak = scalars.contains("\r") ? "\r\n" : "\n"
        guard number < lineStarts.count else { return string(0..<scalars.count) + lineBreak + line }
        let place = lineStarts[number]
        return string(0..<place) + line + lineBreak + string(place..<scalars.count)
    }

    private func adding(_ item: String, beforeEndOf start: Int) -> String? {
        guard let end = closing(start) else { return nil }
        var place = end
        while place > start + 1, scalars[place - 1].properties.isWhitespace { place -= 1 }
        let separator = place == start + 1 ? "" : scalars[place - 1] == "," ? " " : ", "
        return string(0..<place) + separator + item + string(place..<scalars.count)
    }

    /// Returns the place of the bracket or brace that closes the one at the given place.
    private func closing(_ start: Int) -> Int? {
        var depth = 0
        var position = start
        var previous: Unicode.Scalar = "["
        while position < scalars.count {
            switch scalars[position] {
            case "[", "{": depth += 1
            case "]", "}":
                depth -= 1
                if depth == 0 { return position }
            // A quote within a word is an ordinary character.
            case let quote where "\"'".unicodeScalars.contains(quote) && "[{,:".unicodeScalars.contains(previous):
                position = endOfQuotes(position) - 1
            case "#" where position > 0 && scalars[position - 1].properties.isWhitespace:
                while position + 1 < scalars.count, scalars[position + 1] != "\n" { position += 1 }
            default: break
            }
            if !scalars[position].properties.isWhitespace { previous = scalars[position] }
            position += 1
        }
        return nil
    }

    /// Returns the place after the closing quote of the text that begins at the given place.
    private func endOfQuotes(_ start: Int) -> Int {
        let quote = scalars[start]
        var position = start + 1
        while position < scalars.count {
            if quote == "\"", scalars[position] == "\\" {
                position += 2
            } else if scalars[position] == quote {
                guard quote == "'", position + 1 < scalars.count, scalars[position + 1] == "'" else {
                    return position + 1
                }
                position += 2
            } else {
                position += 1
            }
        }
        return scalars.count
    }
}
