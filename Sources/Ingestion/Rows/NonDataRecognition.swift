public import Core

/// Examines rows at fault again, as they stand in the file: some are no data. A row without a fault is never
/// looked at, so nothing that could count is ever set aside.
public struct NonDataRecognition {
    private let extract: OpenedExtract
    /// The words of the schema for a sum, in small letters.
    private lazy var totals = extract.schema.totals.map { $0.lowercased() }
    /// The header's first name, as its bytes stand in the file; nil until a row is compared with it.
    private var firstName: [UInt8]?
    /// Rows at fault may be neighbours, so that a block of the file serves many, or far from each other: a block grows
    /// with each that lies close after the one before.
    private var block: [UInt8] = []
    private var blockStart = 0
    private var blockSize = 0

    private static let largestBlock = 1 << 16

    /// A recognition of the extract's rows. Nothing is read before a row is at fault.
    public init(_ extract: OpenedExtract) { self.extract = extract }

    /// What the row of the span is, or nil when it is a row of data.
    public mutating func kind(of span: ByteSpan) throws(ExtractError) -> NonDataRow? {
        var bytes = try bytes(span)
        // Where extracts have been put one below the other, the mark of the second stands before its header.
        if bytes.starts(with: ByteOrderMark.utf8) { bytes.removeFirst(ByteOrderMark.utf8.count) }
        let first = Self.firstValue(bytes, extract.header.delimiter)
        let isHeader = first.elementsEqual(try headerName())
        // Most rows are recognised by their first value, without splitting them.
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

    /// The words of a row that has nothing but some in its first field, such as a source below a table; nil for every
    /// other row.
    public mutating func words(of span: ByteSpan) throws(ExtractError) -> String? {
        guard let fields = fields(try bytes(span)), let first = fields.first, first.contains(" "),
            !first.utf8.contains(0), fields.dropFirst().allSatisfy(\.isEmpty), !Self.hasOtherDelimiters(first)
        else { return nil }
        return first
    }

    /// What stands between the delimiters of a row that is no record, without blanks and quotes around it. Quotes are not
    /// interpreted: where they are wrong, it is not known what they enclose.
    public mutating func pieces(of span: ByteSpan) throws(ExtractError) -> [String] {
        try bytes(span).split(separator: extract.header.delimiter, omittingEmptySubsequences: true).map { piece in
            let text = extract.encoding.string(piece.drop { $0 <= 34 })
            return String(text.reversed().drop { $0 == "\"" || $0.isWhitespace }.reversed())
        }
    }

    /// Whether the words may be a row with another delimiter.
    private static func hasOtherDelimiters(_ words: String) -> Bool {
        ",;\t|".utf8.contains { delimiter in words.utf8.count { $0 == delimiter } > 2 }
    }

    /// The row's fields; nil when it is malformed.
    private func fields(_ bytes: ArraySlice<UInt8>) -> [String]? {
        let text = CSVText(Array(bytes), delimiter: extract.header.delimiter, encoding: extract.encoding)
        return text.malformedLine == nil && text.rows.count == 1 ? text.rows[0].fields : nil
    }

    /// Whether the value is a word for a sum, alone or after what is summed: "Total", "Hartlepool Total", "Total:".
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

    /// What stands between the quotes, blanks and delimiters at the row's beginning and the next of them but blanks.
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
