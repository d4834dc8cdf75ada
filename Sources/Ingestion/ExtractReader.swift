import Glibc
public import Tabular

/// A record that never became a row of a batch.
public struct RejectedRecord: Hashable, Sendable {
    /// Why: its shape is wrong.
    public let rule: FindingRule
    /// Physical line, from 1, on which it starts.
    public let line: Int
    /// Its bytes in the file.
    public let span: ByteSpan
}

/// Takes what a reader reads.
public protocol BatchConsumer {
    /// Takes the rows; the batch is filled again afterwards.
    mutating func consume(_ batch: RecordBatch) throws
    /// Takes a record whose shape is wrong.
    mutating func reject(_ record: RejectedRecord) throws
}

/// What the reader decided about a file, and what it found beside rows.
public struct ExtractReading: Hashable, Sendable {
    /// The encoding that the file was read in, and why.
    public var encoding: TextEncoding
    /// How the encoding was decided: `bom`, `valid` (it is valid UTF-8) or `schema`.
    public var encodingDecidedBy: String
    /// The byte between fields.
    public var delimiter: UInt8
    /// Physical line of the header.
    public var headerLine: Int
    /// Columns that the schema does not know.
    public var unknownColumns: [String]
    /// Lines without anything on them.
    public var blankLines: Int
    /// Whether the last line ends with a line break.
    public var endsWithLineBreak: Bool
}

/// Reads one extract against its schema, batch by batch, over libcsv.
public struct ExtractReader {
    /// Rows in a batch. Enough to pay for a call, few enough to stay in the second-level cache.
    public static let batchRows = 4096

    private let file: LandedFile
    private let schema: TableSchema
    private let mode: ParserMode

    /// A reader of the file by the schema.
    public init(file: LandedFile, schema: TableSchema, mode: ParserMode = .fast) {
        self.file = file
        self.schema = schema
        self.mode = mode
    }

    /// Reads the whole file. `makeConsumer` is asked for a consumer at the start, and for a new one when the file
    /// turns out not to be UTF-8 and is read again from the start in the schema's encoding.
    public func read<Consumer: BatchConsumer>(_ makeConsumer: () throws -> Consumer) throws -> (Consumer, ExtractReading) {
        let preamble = try Preamble(file: file)
        guard preamble.isUnmarked, schema.fallbackEncoding != .utf8 else {
            return try read(preamble, encoding: .utf8, decidedBy: preamble.isUnmarked ? "valid" : "bom", makeConsumer())
        }
        do {
            return try read(preamble, encoding: .utf8, decidedBy: "valid", makeConsumer())
        } catch ExtractRefusal.notDecodable {
            return try read(preamble, encoding: schema.fallbackEncoding, decidedBy: "schema", makeConsumer())
        }
    }

    private func read<Consumer: BatchConsumer>(
        _ preamble: Preamble, encoding: TextEncoding, decidedBy: String, _ consumer: Consumer
    ) throws -> (Consumer, ExtractReading) {
        var consumer = consumer
        let (header, binding) = try bind(preamble, encoding: encoding)
        var columns = [RecordColumn](repeating: .absent, count: schema.fields.count)
        let sink = UnsafeMutablePointer<FieldSink>.allocate(capacity: 1)
        sink.initialize(to: FieldSink(targetCount: header.fields.count))
        defer {
            sink.pointee.targets.deallocate()
            sink.deallocate()
        }
        for (position, field) in binding.fieldOfColumn.enumerated() {
            guard let field, schema.fields[field].isNeeded else { continue }
            columns[field] = Self.column(for: schema.fields[field], target: &sink.pointee.targets[position])
        }
        let batch = RecordBatch(columns: columns, capacity: Self.batchRows, encoding: encoding)
        var scanner = RecordScanner(
            file: file, from: header.end, line: header.lines + 1, delimiter: header.delimiter,
            checkingUTF8: encoding == .utf8, batch: batch, sink: sink, mode: mode)
        try scanner.run(&consumer)
        try file.checkUnchanged()
        let reading = ExtractReading(
            encoding: encoding, encodingDecidedBy: decidedBy, delimiter: header.delimiter, headerLine: header.line,
            unknownColumns: binding.unknown.map(\.name), blankLines: scanner.blankLines + header.line - 1,
            endsWithLineBreak: scanner.endsWithLineBreak)
        return (consumer, reading)
    }

    /// Identifiers are unique by nature; everything else repeats.
    private static func column(for field: SchemaField, target: inout FieldSink.Target) -> RecordColumn {
        switch field.role {
        case .identifier:
            let column = ByteColumn(capacity: batchRows)
            target.kind = .bytes
            target.storage = column.storage
            return .bytes(column)
        default:
            let column = CodedColumn(capacity: batchRows)
            target.kind = .coded
            target.table = column.dictionary.table
            target.codes = column.codes
            return .coded(column)
        }
    }

    /// Finds the delimiter among the schema's: the first with which the header binds. When it binds with none, the
    /// refusal is that of the delimiter that finds the most columns.
    private func bind(_ preamble: Preamble, encoding: TextEncoding) throws -> (HeaderRecord, HeaderBinding) {
        var refusal: (any Error)?
        var mostColumns = 0
        for delimiter in schema.delimiters {
            do {
                let header = try preamble.header(delimiter: delimiter, encoding: encoding)
                do {
                    return (header, try HeaderBinding(header: header.fields, schema: schema, file: file.name))
                } catch where header.fields.count > mostColumns {
                    (refusal, mostColumns) = (error, header.fields.count)
                } catch {}
            } catch { refusal = refusal ?? error }
        }
        throw refusal ?? ExtractRefusal.empty(file: file.name)
    }
}
