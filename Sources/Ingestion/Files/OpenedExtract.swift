public import Core

/// An extract whose header has been read and bound to its schema.
public struct OpenedExtract: Sendable {
    /// The contents are shared, because extracts are passed from step to step and a schema is large.
    private let contents: Contents

    private final class Contents: Sendable {
        let file: LandedFile
        let schema: TableSchema
        let encoding: TextEncoding
        let encodingDecidedBy: String
        let header: HeaderRecord
        let binding: HeaderBinding

        init(
            _ file: LandedFile, _ schema: TableSchema, _ encoding: TextEncoding, decidedBy: String,
            _ header: HeaderRecord, _ binding: HeaderBinding
        ) {
            self.file = file
            self.schema = schema
            self.encoding = encoding
            encodingDecidedBy = decidedBy
            self.header = header
            self.binding = binding
        }
    }

    /// The file.
    public var file: LandedFile { contents.file }
    /// The schema with which the extract is read.
    public var schema: TableSchema { contents.schema }
    /// The encoding, and what decided it: `bom`, `valid` (the file must be valid UTF-8) or `schema`.
    public var encoding: TextEncoding { contents.encoding }
    public var encodingDecidedBy: String { contents.encodingDecidedBy }
    var header: HeaderRecord { contents.header }
    var binding: HeaderBinding { contents.binding }

    /// Opens an extract as UTF-8, or in the schema's encoding if its header is not UTF-8. Throws an `ExtractError` when
    /// the file is not text or lacks a column. Similar headers are named only when `suggesting`: that takes longest.
    public init(file: LandedFile, schema: TableSchema, suggesting: Bool = true) throws(ExtractError) {
        try self.init(file: file, schema: schema, preamble: Preamble(file: file), suggesting: suggesting)
    }

    /// Opens an extract in the same way, when the file's first bytes have already been read.
    init(
        file: LandedFile, schema: TableSchema, preamble: Preamble, suggesting: Bool
    ) throws(ExtractError) {
        do throws(ExtractError) {
            self = try OpenedExtract(
                file: file, schema: schema, preamble: preamble, encoding: .utf8,
                decidedBy: file.isSheet ? "workbook" : preamble.isMarked ? "bom" : "valid", suggesting: suggesting)
        } catch {
            guard case .notDecodable = error, !preamble.isMarked, schema.fallbackEncoding != .utf8 else { throw error }
            self = try OpenedExtract(
                file: file, schema: schema, preamble: preamble, encoding: schema.fallbackEncoding, decidedBy: "schema",
                suggesting: suggesting)
        }
    }

    /// Returns the same extract in the encoding that its schema declares, for a file that turned out not to be UTF-8.
    /// Nil when a byte-order mark or the schema allows no other encoding.
    public func inFallbackEncoding() throws(ExtractError) -> OpenedExtract? {
        guard encodingDecidedBy == "valid", schema.fallbackEncoding != .utf8 else { return nil }
        return try OpenedExtract(
            file: file, schema: schema, preamble: Preamble(file: file), encoding: schema.fallbackEncoding,
            decidedBy: "schema")
    }

    /// Creates an extract with a known header.
    init(
        file: LandedFile, schema: TableSchema, encoding: TextEncoding, encodingDecidedBy: String,
        header: HeaderRecord, binding: HeaderBinding
    ) {
        contents = Contents(
            file, file.isSheet ? schema.ofCells : schema, encoding, decidedBy: encodingDecidedBy, header, binding)
    }

    private init(
        file: LandedFile, schema: TableSchema, preamble: Preamble, encoding: TextEncoding, decidedBy: String,
        suggesting: Bool = true
    ) throws(ExtractError) {
        let schema = file.isSheet && !schema.isOfCells ? schema.ofCells : schema
        let (header, binding) = try Self.bind(file, schema, preamble, encoding, suggesting: suggesting)
        contents = Contents(file, schema, encoding, decidedBy: decidedBy, header, binding)
    }

    private static func bind(
        _ file: LandedFile, _ schema: TableSchema, _ preamble: Preamble, _ encoding: TextEncoding, suggesting: Bool
    ) throws(ExtractError) -> (HeaderRecord, HeaderBinding) {
        let trial = try HeaderTrial(preamble, schema: schema, encoding: encoding, file: file.name)
        if let found = trial.found { return found }
        let best = trial.best
        guard preamble.isPart else {
            try checkOtherDelimiters(file, schema, preamble, encoding, instead: best?.extractError)
            // Binds the best line again, so that the error names the similar headers.
            if suggesting, let record = best?.record { _ = try HeaderBinding(record, schema: schema, file: file.name) }
            throw best?.extractError ?? .empty(file: file.name)
        }
        return try bind(
            file, schema, Preamble(file: file, length: RecordScanner.longestRecord), encoding, suggesting: suggesting)
    }

    /// Throws when a line would bind with a delimiter that the schema does not accept.
    private static func checkOtherDelimiters(
        _ file: LandedFile, _ schema: TableSchema, _ preamble: Preamble, _ encoding: TextEncoding,
        instead extractError: ExtractError?
    ) throws(ExtractError) {
        guard case .missingColumns = extractError else { return }
        for delimiter in usualDelimiters where !schema.delimiters.contains(delimiter) {
            var search = HeaderSearch(preamble, delimiter: delimiter, encoding: encoding)
            while let candidate = try search.next() {
                guard let record = try? candidate.record.get(),
                    (try? HeaderBinding(record, schema: schema, file: file.name, suggesting: false)) != nil
                else { continue }
                throw .otherDelimiter(file: file.name, line: record.line, schema: schema.name, delimiter: delimiter)
            }
        }
    }

    private static let usualDelimiters = Array(",;\t|".utf8)

    /// Returns what the reader decided, together with what the scan found.
    public func reading(blankLines: Int, paddedRows: Int, endsWithLineBreak: Bool) -> ExtractReading {
        ExtractReading(
            encoding: encoding, fileEncoding: file.utf16 ?? FileEncoding(encoding),
            encodingDecidedBy: encodingDecidedBy,
            delimiter: header.delimiter, headerLine: header.line, titles: header.titles,
            unknownColumns: binding.unknown, trailingEmptyColumns: header.trailingEmptyColumns,
            paddedRows: paddedRows,
            blankLines: blankLines + header.line - 1 - header.titles.reduce(0) { $0 + $1.lines },
            endsWithLineBreak: endsWithLineBreak)
    }

    /// Offset of the first byte after the header.
    public var firstRow: Int { header.end }

    /// Returns everything up to the end of the header as UTF-8, without a byte-order mark. This text followed by a row
    /// is an extract of its own.
    public func headerText() throws(ExtractError) -> [UInt8] {
        let bytes = try file.bytes(ByteSpan(offset: 0, length: UInt32(header.end)))
        let text = ByteOrderMark.removed(from: bytes)
        return text.withUnsafeBytes { Array(encoding.string($0).utf8) }
    }

    /// The fields of the schema that the extract lacks; none of them is needed.
    public var absentFields: [Int] {
        let present = Set(binding.fieldOfColumn.compactMap(\.self))
        return schema.fields.indices.filter { !present.contains($0) }
    }

    /// The headers that differ from their column's name in blanks or invisible characters, with the field of each.
    public var headersWithBlanks: [(header: String, field: Int)] { binding.blanks.map { ($0.column, $0.field) } }

    /// Returns the column of the file that holds the field; nil when there is none.
    public func column(ofField field: Int) -> Int? { binding.fieldOfColumn.firstIndex(of: field) }

    /// Physical lines up to the end of the header.
    public var headerLines: Int { header.lines }

    /// Returns the offsets at which scanning can start: after the header, and after the first line feed past each
    /// further `size` bytes or so. Towards the end of the file chunks are shorter, down to `smallest`, so that the
    /// threads that share them end together. A start can turn out to lie inside a record; see `ChunkScan`.
    public func chunkStarts(size: Int, smallest: Int) throws(ExtractError) -> [Int] {
        var starts = [header.end]
        while let last = starts.last {
            let target = last + min(size, max(smallest, (file.size - last) / 4))
            guard target < file.size, let start = try lineStart(after: target) else { break }
            starts.append(start)
        }
        return starts
    }

    /// Returns the offset after the next line feed; nil when there is none within the greatest length of a record.
    private func lineStart(after offset: Int) throws(ExtractError) -> Int? {
        var position = offset
        while position < min(offset + RecordScanner.longestRecord, file.size) {
            let length = min(1 << 12, file.size - position)
            let bytes = try file.bytes(ByteSpan(offset: UInt64(position), length: UInt32(length)))
            if let feed = bytes.firstIndex(of: 10) {
                return position + feed + 1 < file.size ? position + feed + 1 : nil
            }
            position += length
        }
        return nil
    }
}
