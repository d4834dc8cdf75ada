import CLibCSV

/// One value of a CSV record.
package enum CSVField {
    /// Digits made by this program. A leading minus sign stays as it is.
    case number(String)
    /// Words. What a spreadsheet would take for a formula gets an apostrophe before it.
    case text(String)

    /// Nothing there.
    static let empty = CSVField.text("")
}

/// CSV in a dialect, record by record; by RFC 4180 unless another dialect is given.
package struct CSVWriter {
    /// The records so far, in UTF-8.
    package private(set) var bytes: [UInt8] = []
    let dialect: CSVDialect
    private var isInsideRecord = false
    /// Where the record under way starts.
    private var recordStart = 0

    /// A text that begins with the header.
    package init(header: [String], dialect: CSVDialect = .rfc4180) {
        self.dialect = dialect
        append(header.map { .text($0) })
    }

    /// Adds a whole record.
    package mutating func append(_ record: [CSVField]) {
        for field in record { add(field) }
        endRecord()
    }

    /// Adds a field to the record under way. Long listings go field by field: a list for each record would cost more
    /// than all the rest.
    mutating func add(_ field: CSVField) {
        switch field {
        case .number(var digits): digits.withUTF8 { unsafe add($0, isNumber: true) }
        case .text(var words): words.withUTF8 { unsafe add($0, isNumber: false) }
        }
    }

    /// Adds words that are in UTF-8 already.
    mutating func add(utf8 words: ArraySlice<UInt8>) {
        unsafe words.withUnsafeBufferPointer { unsafe add($0, isNumber: false) }
    }

    /// Ends the record under way.
    mutating func endRecord() {
        // One empty field alone would be a blank line, which is no record.
        if bytes.count == recordStart { bytes += [Self.quote, Self.quote] }
        if dialect.lineBreak == .crlf { bytes.append(0x0D) }
        bytes.append(0x0A)
        isInsideRecord = false
        recordStart = bytes.count
    }

    /// Hands over the bytes so far and starts again behind them.
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

    /// Whether a spreadsheet would take the words for a formula. Words with apostrophes before a formula get one
    /// more, so that reading removes just the one that was added.
    static func isFormula(_ words: some Collection<UInt8>) -> Bool {
        words.first { $0 != UInt8(ascii: "'") }.map(startsFormula) == true
    }

    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x00: true
        default: false
        }
    }

    /// Blanks at the ends would be legal without quotes, but many readers, libcsv among them, trim them.
    private func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        let delimiter = dialect.delimiter
        return unsafe field.first == 0x20 || field.last == 0x20
            || field.contains { $0 == delimiter || $0 == Self.quote || $0 == 0x0D || $0 == 0x0A }
    }
}
