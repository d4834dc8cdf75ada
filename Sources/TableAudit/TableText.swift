import Core

/// The bytes of a file as text that CSV can be read from: UTF-8, UTF-16 with its mark, else Windows-1252.
struct TableText {
    let bytes: [UInt8]
    let encoding: TextEncoding

    /// Nil when it is no text.
    init?(_ bytes: [UInt8]) {
        if let units = Self.units(of: bytes) {
            guard let units else { return nil }
            self.bytes = Array(String(decoding: units, as: UTF16.self).utf8)
            encoding = .utf8
            return
        }
        let plain = ByteOrderMark.removed(from: bytes)
        self.bytes = plain
        encoding = String(validating: plain, as: UTF8.self) == nil ? .windows1252 : .utf8
    }

    /// The units of UTF-16 after its mark: nil inside when half a unit is left over, nil outside without a mark.
    private static func units(of bytes: [UInt8]) -> [UInt16]?? {
        let isBig = bytes.starts(with: [0xFE, 0xFF])
        guard isBig || bytes.starts(with: [0xFF, 0xFE]) else { return .none }
        guard bytes.count % 2 == 0 else { return .some(nil) }
        return stride(from: 2, to: bytes.count, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
    }

    /// What the text is when it is no CSV, by its first character and by how its lines begin; nil when nothing says so.
    var otherFormat: String? {
        let start = bytes.prefix(2_048)
        guard let first = start.first(where: { ![9, 10, 13, 32].contains($0) }) else { return nil }
        if first == UInt8(ascii: "<") { return "HTML or XML" }
        if first == UInt8(ascii: "{") { return "JSON" }
        let lines = start.split(separator: 10).prefix(4).map { $0.filter { $0 != 13 && $0 != 32 } }
        // The line of dashes under the headings.
        let isMarkdown = lines.contains { line in
            line.count >= 3 && line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
                && line.allSatisfy { [UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":")].contains($0) }
        }
        return isMarkdown ? "Markdown" : nil
    }
}
