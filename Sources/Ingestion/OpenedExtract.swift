public import Tabular

/// An extract whose header has been read and bound to its schema.
public struct OpenedExtract: Sendable {
    /// The file.
    public let file: LandedFile
    /// What it is read by.
    public let schema: TableSchema
    /// How its bytes become text, and what decided that: `bom`, `valid` (it is to be valid UTF-8) or `schema`.
    public let encoding: TextEncoding
    public let encodingDecidedBy: String
    let header: HeaderRecord
    let binding: HeaderBinding

    /// Opens an extract as UTF-8, unless its very header is not. Throws an `ExtractRefusal` when it is not text or lacks a
    /// column.
    public init(file: LandedFile, schema: TableSchema) throws(ExtractRefusal) {
        let preamble = try Preamble(file: file)
        do throws(ExtractRefusal) {
            self = try OpenedExtract(
                file: file, schema: schema, preamble: preamble, encoding: .utf8,
                decidedBy: preamble.isUnmarked ? "valid" : "bom")
        } catch {
            guard case .notDecodable = error, preamble.isUnmarked, schema.fallbackEncoding != .utf8 else { throw error }
            self = try OpenedExtract(
                file: file, schema: schema, preamble: preamble, encoding: schema.fallbackEncoding, decidedBy: "schema")
        }
    }

    /// The same extract in the encoding that its schema declares, for when it turned out not to be UTF-8; nil when a mark
    /// or the schema leaves no other.
    public func inFallbackEncoding() throws(ExtractRefusal) -> OpenedExtract? {
        guard encodingDecidedBy == "valid", schema.fallbackEncoding != .utf8 else { return nil }
        return try OpenedExtract(
            file: file, schema: schema, preamble: Preamble(file: file), encoding: schema.fallbackEncoding,
            decidedBy: "schema")
    }

    private init(
        file: LandedFile, schema: TableSchema, preamble: Preamble, encoding: TextEncoding, decidedBy: String
    ) throws(ExtractRefusal) {
        self.file = file
        self.schema = schema
        self.encoding = encoding
        encodingDecidedBy = decidedBy
        // The delimiter is the first of the schema's with which the header binds. When it binds with none, the refusal
        // is that of the delimiter that finds the most columns.
        var refusal: ExtractRefusal?
        var mostColumns = 0
        for delimiter in schema.delimiters {
            var columns = 0
            do throws(ExtractRefusal) {
                let header = try preamble.header(delimiter: delimiter, encoding: encoding)
                columns = header.fields.count
                binding = try HeaderBinding(header: header.fields, schema: schema, file: file.name)
                self.header = header
                return
            } catch {
                if refusal == nil || columns > mostColumns { (refusal, mostColumns) = (error, columns) }
            }
        }
        throw refusal ?? .empty(file: file.name)
    }

    /// What the reader decided, completed by what the scan found.
    public func reading(blankLines: Int, endsWithLineBreak: Bool) -> ExtractReading {
        ExtractReading(
            encoding: encoding, encodingDecidedBy: encodingDecidedBy, delimiter: header.delimiter,
            headerLine: header.line, unknownColumns: binding.unknown.map(\.name),
            blankLines: blankLines + header.line - 1, endsWithLineBreak: endsWithLineBreak)
    }

    /// The fields of the schema that the extract lacks; nobody needs them.
    public var absentFields: [Int] {
        let present = Set(binding.fieldOfColumn.compactMap(\.self))
        return schema.fields.indices.filter { !present.contains($0) }
    }

    /// The column of the file that is the field.
    public func column(ofField field: Int) -> Int? { binding.fieldOfColumn.firstIndex(of: field) }

    /// Physical lines up to the end of the header.
    public var headerLines: Int { header.lines }

    /// Where scanning may start: after the header, and after the first line break past each multiple of about `size`
    /// bytes. Towards the end of the file stretches become shorter, down to `smallest`, so that threads that share them
    /// end together. A start may turn out to lie inside a record; see `ChunkScan`.
    public func chunkStarts(size: Int, smallest: Int) throws(ExtractRefusal) -> [Int] {
        var starts = [header.end]
        while let last = starts.last {
            let target = last + min(size, max(smallest, (file.size - last) / 4))
            guard target < file.size, let start = try lineStart(after: target) else { break }
            starts.append(start)
        }
        return starts
    }

    /// The offset after the next line feed; nil when there is none within a record's greatest length.
    private func lineStart(after offset: Int) throws(ExtractRefusal) -> Int? {
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
