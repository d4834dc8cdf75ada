import CLibCSV

/// One value of a CSV record.
enum CSVField {
    /// Digits made by this program. A leading minus sign stays as it is.
    case number(String)
    /// Words. What a spreadsheet would take for a formula gets an apostrophe before it.
    case text(String)

    /// Nothing there.
    static let empty = CSVField.text("")

    fileprivate var bytes: [UInt8] {
        switch self {
        case .number(let digits): return Array(digits.utf8)
        case .text(let words):
            let bytes = Array(words.utf8)
            guard let first = bytes.first, Self.formulaStarts.contains(first) else { return bytes }
            return [UInt8(ascii: "'")] + bytes
        }
    }

    private static let formulaStarts: Set<UInt8> = [
        UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x00,
    ]
}

/// CSV as RFC 4180 has it: comma, CR LF, UTF-8, quotes only where they are needed.
struct CSVText {
    /// The records so far.
    private(set) var bytes: [UInt8] = []

    /// A text that begins with the header.
    init(header: [String]) { append(header.map { .text($0) }) }

    mutating func append(_ record: [CSVField]) {
        for (index, field) in record.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field.bytes)
        }
        bytes += [0x0D, 0x0A]
    }

    /// Hands over the bytes so far and starts again behind them.
    mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ field: [UInt8]) {
        guard Self.needsQuotes(field) else {
            bytes += field
            return
        }
        let quote = UInt8(ascii: "\"")
        let length = csv_write2(nil, 0, field, field.count, quote)
        bytes += [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = csv_write2(buffer.baseAddress, length, field, field.count, quote)
        }
    }

    /// Blanks at the ends would be legal without quotes, but many readers, libcsv among them, trim them.
    private static func needsQuotes(_ field: [UInt8]) -> Bool {
        field.first == 0x20 || field.last == 0x20
            || field.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0D || $0 == 0x0A }
    }
}
