import CLibCSV

/// One value of a CSV record.
package enum CSVField {
    /// A number formatted by this program. A leading minus sign stays as it is.
    case number(String)
    /// A text. If a spreadsheet would take it for a formula, it gets an apostrophe in front.
    case text(String)

    /// An empty field.
    static let empty = CSVField.text("")
}

/// Writes CSV in a dialect, record by record. The dialect is RFC 4180 unless another is given.
package struct CSVWriter {
    /// The records so far, in UTF-8.
    package private(set) var bytes: [UInt8] = []
    let dialect: CSVDialect
    private var isInsideRecord = false
    /// The position at which the current record starts.
    private var recordStart = 0

    /// Creates a writer and writes the header.
    package init(header: [String], dialect: CSVDialect = .rfc4180) {
        self.dialect = dialect
        append(header.map { .text($0) })
    }

    /// Adds a complete record.
    package mutating func append(_ record: [CSVField]) {
        for field in record { add(field) }
        endRecord()
    }

    /// Adds a field to the current record. Long listings are written field by field: an array for each record would
    /// cost more than everything else.
    mutating func add(_ field: CSVField) {
        switch field {
        case .number(var digits): digits.withUTF8 { unsafe add($0, isNumber: true) }
        case .text(var words): words.withUTF8 { unsafe add($0, isNumber: false) }
        }
    }

    /// Adds a text that is in UTF-8 already.
    mutating func add(utf8 words: ArraySlice<UInt8>) {
        unsafe words.withUnsafeBufferPointer { unsafe add($0, isNumber: false) }
    }

    /// Ends the current record.
    mutating func endRecord() {
        // A record of one empty field would be a blank line, which does not count as a record.
        if bytes.count == recordStart { bytes += [Self.quote, Self.quote] }
        if dialect.lineBreak == .crlf { bytes.append(0x0D) }
        bytes.append(0x0A)
        isInsideRecord = false
        recordStart = bytes.count
    }

    /// Returns the bytes so far and removes them.
    mutating func drain() -> [UInt8] {
        defer {
            bytes.removeAll(keepingCapacity: true)
            recordStart = 0
        }
        return bytes
    }

    private mutating func add(_ field: UnsafeBufferPointer<UInt8>, isNumber: Bool) {
        if isInsideRecord { bytes.append(dialect.delimiter) }
        isInsideRecord = true
        let isFormula = unsafe dialect.guardsFormulas && !isNumber && Self.isFormula(field)
        guard unsafe dialect.quoting == .everyField || needsQuotes(field) else {
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            unsafe bytes.append(contentsOf: field)
            return
        }
        let words = unsafe isFormula ? [UInt8(ascii: "'")] + field : Array(field)
        unsafe bytes += [UInt8](unsafeUninitializedCapacity: 2 * words.count + 2) { buffer, count in
            count = unsafe csv_write2(buffer.baseAddress, buffer.count, words, words.count, Self.quote)
        }
    }

    private static let quote = UInt8(ascii: "\"")

    /// Returns whether a spreadsheet would take the text for a formula. A text that already has apostrophes before a
    /// formula gets another one, so that reading removes only the added apostrophe.
    static func isFormula(_ words: some Collection<UInt8>) -> Bool {
        words.first { $0 != UInt8(ascii: "'") }.map(startsFormula) == true
    }

    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x00: true
        default: false
        }
    }

    /// Returns whether the field must be quoted. Spaces at the ends are allowed without quotes, but many readers,
    /// including libcsv, trim them.
    private func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        let delimiter = dialect.delimiter
        return unsafe field.first == 0x20 || field.last == 0x20
            || field.contains { $0 == delimiter || $0 == Self.quote || $0 == 0x0D || $0 == 0x0A }
    }
}
