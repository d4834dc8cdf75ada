import FoundationEssentials

/// JSON as releases have it, with the keys in order and one on each line, so that two files can be compared line by
/// line.
package enum PublishedJSON {
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    /// Returns a list of words, or numbers with words as keys, on one line, for a field of a CSV file.
    package static func line(of value: [String]) -> String { text(of: value) }
    package static func line(of value: [String: Int]) -> String { value.isEmpty ? "{}" : text(of: value) }

    private static func text(of value: some Encodable) -> String {
        // The encoder never rejects texts or whole numbers.
        (try? lineEncoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The encoder is made once, because it is needed for each row of a list of extracts.
    private static let lineEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}
