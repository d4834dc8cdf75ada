import FoundationEssentials

/// JSON in the form that releases use: keys in order and on separate lines, so that two files can be compared line by
/// line.
package enum PublishedJSON {
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    /// Returns a list of words, or numbers by words, on one line, as a field of a CSV file.
    package static func line(of value: [String]) -> String { text(of: value) }
    package static func line(of value: [String: Int]) -> String { value.isEmpty ? "{}" : text(of: value) }

    private static func text(of value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // The encoder never rejects texts or whole numbers.
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
