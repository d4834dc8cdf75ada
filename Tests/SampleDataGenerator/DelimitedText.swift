/// The format in which an exporting system writes comma-separated text.
struct DelimitedText {
    /// Which fields are quoted.
    enum Quoting {
        /// Only fields that need quotes.
        case whereNeeded
        /// All fields, including those of the header.
        case everyField
    }

    /// The encoding of the characters.
    enum Encoding {
        case utf8
        case utf8WithByteOrderMark
        case windows1252
    }

    /// One line, before it is written.
    enum Line {
        case fields([String])
        /// A row that is written unchanged and may break the rules of quoting.
        case verbatim(String)
        case blank
    }

    var quoting = Quoting.whereNeeded
    var encoding = Encoding.utf8
    var lineBreak = "\n"
    var endsWithLineBreak = true

    /// Returns one row, without its line break.
    func row(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",")
    }

    /// Returns one row, with the field at the position written unchanged, including its quotes.
    func row(_ fields: [String], verbatimAt position: Int) -> String {
        fields.enumerated().map { $0.offset == position ? $0.element : field($0.element) }.joined(separator: ",")
    }

    /// Returns one field, quoted if necessary, with its own quotes doubled.
    func field(_ text: String) -> String {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = text.utf8.contains { byte in
            byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes || quoting == .everyField else { return text }
        let doubled = text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
    }

    /// Returns a whole file: the header, then the lines.
    func file(path: String, header: [String], lines: [Line]) -> SampleFile {
        var text = row(header)
        var rows = 0
        for line in lines {
            text += lineBreak
            switch line {
            case .fields(let fields): text += row(fields)
            case .verbatim(let row): text += row
            case .blank: continue
            }
            rows += 1
        }
        if endsWithLineBreak { text += lineBreak }
        return SampleFile(path: path, bytes: encoded(text), rows: rows)
    }

    private func encoded(_ text: String) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf8WithByteOrderMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .windows1252: text.unicodeScalars.map(Self.windows1252)
        }
    }

    /// Returns the byte of a character in Windows-1252, or a question mark for a character that has none here.
    private static func windows1252(_ character: Unicode.Scalar) -> UInt8 {
        switch character.value {
        case 0x00...0x7F, 0xA0...0xFF: UInt8(character.value)
        case 0x20AC: 0x80
        case 0x2018: 0x91
        case 0x2019: 0x92
        case 0x201C: 0x93
        case 0x201D: 0x94
        case 0x2013: 0x96
        default: UInt8(ascii: "?")
        }
    }
}

extension [DelimitedText.Line] {
    /// Returns the lines with the others inserted at random places from top to bottom.
    func with(_ others: [DelimitedText.Line], spreadBy chance: inout SplitMix64) -> [DelimitedText.Line] {
        var places = others.map { _ in chance.below(count + 1) }
        places.sort()
        var result: [DelimitedText.Line] = []
        var next = 0
        for (position, line) in enumerated() {
            while next < others.count, places[next] <= position {
                result.append(others[next])
                next += 1
            }
            result.append(line)
        }
        return result + others[next...]
    }
}
