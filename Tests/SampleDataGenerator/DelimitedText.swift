/// How an exporter writes its comma-separated text.
struct DelimitedText {
    /// Which fields stand in quotes.
    enum Quoting {
        /// Only those that need them.
        case whereNeeded
        /// All, the header's too.
        case everyField
    }

    /// Which bytes stand for the characters.
    enum Encoding {
        case utf8
        case utf8WithByteOrderMark
        case windows1252
    }

    /// One line, before it is written.
    enum Line {
        case fields([String])
        /// A row as it stands, which may break the rules of quoting.
        case verbatim(String)
        case blank
    }

    var quoting = Quoting.whereNeeded
    var encoding = Encoding.utf8
    var lineBreak = "\n"
    var endsWithLineBreak = true

    /// One row, without its line break.
    func row(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",")
    }

    /// One row of which one field, quotes and all, is written as it stands.
    func row(_ fields: [String], verbatimAt position: Int) -> String {
        fields.enumerated().map { $0.offset == position ? $0.element : field($0.element) }.joined(separator: ",")
    }

    /// One field, in quotes where it needs them, its own quotes doubled.
    func field(_ text: String) -> String {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = text.utf8.contains { byte in
            byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes || quoting == .everyField else { return text }
        let doubled = text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
    }

    /// A whole file: its header, then its lines.
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

    /// The byte of a character in Windows-1252; a question mark for one that the code page lacks.
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
    /// The lines with others put among them, spread from the top to the bottom.
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
