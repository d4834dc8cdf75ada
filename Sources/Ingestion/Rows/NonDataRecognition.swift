public import Core

/// Examines faulty rows again, as written in the file, because some of them are not data. A row without a fault is
/// never examined, so that no row that could count is left out.
public struct NonDataRecognition {
    private let extract: OpenedExtract
    /// The schema's words for a total, in lower case.
    private lazy var totals = extract.schema.totals.map { $0.lowercased() }
    /// The bytes of the header's first name in the file; nil until a row is compared with it.
    private var firstName: [UInt8]?
    /// The last block that was read. Faulty rows may be close together, so that one block serves many, or far apart.
    /// The block size therefore grows with each row that lies close after the one before.
    private var block: [UInt8] = []
    private var blockStart = 0
    private var blockSize = 0

    private static let largestBlock = 1 << 16

    /// Creates a recognition for the extract's rows. Nothing is read until a row is at fault.
    public init(_ extract: OpenedExtract) { self.extract = extract }

    /// Returns the kind of the row at the span; nil when it is a row of data.
    public mutating func kind(of span: ByteSpan) throws(ExtractError) -> NonDataRow? {
        var bytes = try bytes(span)
        // Where extracts were pasted one below the other, the second one's byte-order mark comes before its header.
        if bytes.starts(with: ByteOrderMark.utf8) { bytes.removeFirst(ByteOrderMark.utf8.count) }
        let first = Self.firstValue(bytes, extract.header.delimiter)
        let isHeader = first.elementsEqual(try headerName())
        // Most rows are judged by their first value, without splitting them.
        guard first.isEmpty || isHeader || isTotal(extract.encoding.string(first)), let fields = fields(bytes) else {
            return nil
        }
        guard let filled = fields.first(where: { !$0.isEmpty }) else { return .empty }
        if isHeader, fields.prefix(extract.header.fields.count).elementsEqual(extract.header.fields),
            fields.dropFirst(extract.header.fields.count).allSatisfy(\.isEmpty)
        {
            return .repeatedHeader
        }
        return isTotal(filled) ? .totals : nil
    }

    /// Returns the words of a row that has words in its first field and nothing else, such as a source below a table.
    /// Nil for every other row.
    public mutating func words(of span: ByteSpan) throws(ExtractError) -> String? {
        guard let fields = fields(try bytes(span)), let first = fields.first, first.contains(" "),
            !first.utf8.contains(0), fields.dropFirst().allSatisfy(\.isEmpty), !Self.hasOtherDelimiters(first)
        else { return nil }
        return first
    }

    /// Returns the texts between the delimiters of a malformed row, without the blanks and quotes around them. Quotes
    /// are not interpreted: where they are wrong, it is not known what they enclose.
    public mutating func pieces(of span: ByteSpan) throws(ExtractError) -> [String] {
        try bytes(span).split(separator: extract.header.delimiter, omittingEmptySubsequences: true).map { piece in
            let text = extract.encoding.string(piece.drop { $0 <= 34 })
            return String(text.reversed().drop { $0 == "\"" || $0.isWhitespace }.reversed())
        }
    }

    /// Returns whether the words may be a row with another delimiter.
    private static func hasOtherDelimiters(_ words: String) -> Bool {
        ",;\t|".utf8.contains { delimiter in words.utf8.count { $0 == delimiter } > 2 }
    }

    /// Returns the row's fields; nil when the row is malformed.
    private func fields(_ bytes: ArraySlice<UInt8>) -> [String]? {
        let text = CSVText(Array(bytes), delimiter: extract.header.delimiter, encoding: extract.encoding)
        return text.malformedLine == nil && text.rows.count == 1 ? text.rows[0].fields : nil
    }

    /// Returns whether the value is a word for a total, by itself or after a name, with or without a colon: "Total",
    /// "Hartlepool Total", "Total:".
    private mutating func isTotal(_ value: String) -> Bool {
        var value = value.lowercased()[...]
        while let last = value.last, last == " " || last == ":" { value.removeLast() }
        while value.first == " " { value.removeFirst() }
        return totals.contains { value == $0 || value.hasSuffix(" " + $0) }
    }

    private mutating func headerName() throws(ExtractError) -> [UInt8] {
        if let firstName { return firstName }
        let header = extract.header.span
        let bytes = try extract.file.bytes(
            ByteSpan(offset: UInt64(header.lowerBound), length: UInt32(header.count)))
        let name = Array(Self.firstValue(bytes[...], extract.header.delimiter))
        firstName = name
        return name
    }

    /// Returns the row's first text. Quotes, blanks, delimiters and line breaks at the row's start are skipped, and the
    /// text ends before the next quote, delimiter or line break.
    private static func firstValue(_ bytes: ArraySlice<UInt8>, _ delimiter: UInt8) -> ArraySlice<UInt8> {
        let rest = bytes.drop { $0 == delimiter || $0 == 34 || $0 == 32 || $0 == 10 || $0 == 13 }
        return rest.prefix { $0 != delimiter && $0 != 34 && $0 != 10 && $0 != 13 }
    }

    private mutating func bytes(_ span: ByteSpan) throws(ExtractError) -> ArraySlice<UInt8> {
        let (start, length) = (Int(span.offset), Int(span.length))
        if start < blockStart || start + length > blockStart + block.count {
            let isNear = start >= blockStart && start < blockStart + block.count + length
            blockSize = isNear ? min(Self.largestBlock, blockSize * 2 + length) : 0
            let size = UInt32(max(blockSize, length))
            (block, blockStart) = (try extract.file.bytes(ByteSpan(offset: span.offset, length: size)), start)
        }
        return block[(start - blockStart)..<min(block.count, start - blockStart + length)]
    }
}

extension TextEncoding {
    fileprivate func string(_ bytes: ArraySlice<UInt8>) -> String { bytes.withUnsafeBytes { string($0) } }
}
