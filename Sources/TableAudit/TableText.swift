import Core
import Ingestion

/// The bytes of a file as text to be read as CSV: UTF-8, UTF-16 with its byte order mark, or otherwise Windows-1252.
struct TableText {
    let bytes: [UInt8]
    let encoding: TextEncoding

    /// The reason why the bytes are not text.
    enum Fault: Error {
        /// UTF-16 with half of a character missing, on a line counted from 1.
        case brokenUTF16(line: Int)
        /// UTF-32.
        case utf32
    }

    /// Decodes the file's bytes. Throws when they are UTF-32, or marked as UTF-16 and half of a character is missing.
    init(_ bytes: [UInt8]) throws(Fault) {
        guard !Self.marksOfUTF32.contains(where: bytes.starts) else { throw .utf32 }
        if let order = UTF16Text.order(bytes) {
            self.bytes = try Self.utf8(bytes, isBigEndian: order == .utf16BigEndian)
            encoding = .utf8
            return
        }
        let plain = ByteOrderMark.removed(from: bytes)
        self.bytes = plain
        encoding = String(validating: plain, as: UTF8.self) == nil ? .windows1252 : .utf8
    }

    private static func utf8(_ bytes: [UInt8], isBigEndian: Bool) throws(Fault) -> [UInt8] {
        do throws(UTF16Text.Fault) {
            return try UTF16Text(bytes, isBigEndian: isBigEndian).utf8
        } catch {
            switch error {
            case .unpairedSurrogate(let line), .oddByte(let line): throw .brokenUTF16(line: line)
            }
        }
    }

    private static let marksOfUTF32: [[UInt8]] = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]]

    /// The format of text that is not CSV, judged by its first character and its first lines; nil when it can be CSV.
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
