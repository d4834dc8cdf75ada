public import Core

/// A record that never became a row of a batch.
public struct RejectedRecord: Hashable, Sendable {
    /// Why: its shape is wrong.
    public let rule: FindingRule
    /// Physical line, from 1 where the scan started, on which it starts.
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
    /// The encoding of the values, and of what spans of the file are read as.
    public var encoding: TextEncoding
    /// The encoding of the file itself.
    public var fileEncoding: FileEncoding
    /// How the encoding was decided: `bom`, `valid` (it is valid UTF-8) or `schema`.
    public var encodingDecidedBy: String
    /// The byte between fields.
    public var delimiter: UInt8
    /// Physical line of the header.
    public var headerLine: Int
    /// What stands above it, blank lines left out.
    public var titles: [TitleLine]
    /// Columns that the schema does not know.
    public var unknownColumns: [HeaderName]
    /// Columns without a name behind the last named one.
    public var trailingEmptyColumns: Int
    /// Rows that are longer than the header by empty fields alone.
    public var paddedRows: Int
    /// Lines without anything on them.
    public var blankLines: Int
    /// Whether the last line ends with a line break.
    public var endsWithLineBreak: Bool
}

/// Reads one extract against its schema in one go, on one thread.
public struct ExtractReader {
    private let file: LandedFile
    private let schema: TableSchema
    private let mode: ParserMode

    /// A reader of the file by the schema.
    public init(file: LandedFile, schema: TableSchema, mode: ParserMode = .fast) {
        self.file = file
        self.schema = schema
        self.mode = mode
    }

    /// Reads the whole file; lines are those of the file. `makeConsumer` is asked for a consumer at the start, and for a
    /// new one when the file turns out not to be UTF-8 and is read again from the start in the schema's encoding.
    public func read<Consumer: BatchConsumer>(_ makeConsumer: () throws -> Consumer) throws -> (
        Consumer, ExtractReading
    ) {
        let extract = try OpenedExtract(file: file, schema: schema)
        do {
            return try read(extract, makeConsumer())
        } catch let refusal as ExtractRefusal {
            guard case .notDecodable = refusal, let other = try extract.inFallbackEncoding() else { throw refusal }
            return try read(other, makeConsumer())
        }
    }

    private func read<Consumer: BatchConsumer>(
        _ extract: OpenedExtract, _ consumer: Consumer
    ) throws -> (Consumer, ExtractReading) {
        var placed = PlacedConsumer(consumer: consumer, lineBase: extract.headerLines)
        let scan: ChunkScan
        do {
            scan = try ChunkScanner(schema: schema, mode: mode)
                .scan(extract, from: extract.firstRow, upTo: .max, &placed)
        } catch let refusal as ExtractRefusal {
            throw refusal.moved(by: extract.headerLines)
        }
        try file.checkUnchanged()
        return (
            placed.consumer,
            extract.reading(
                blankLines: scan.blankLines, paddedRows: scan.paddedRows, endsWithLineBreak: scan.endsWithLineBreak)
        )
    }
}

/// Counts lines from the start of the file for a consumer that wants them so.
private struct PlacedConsumer<Consumer: BatchConsumer>: BatchConsumer {
    var consumer: Consumer
    let lineBase: Int

    mutating func consume(_ batch: RecordBatch) throws {
        for row in 0..<batch.count { batch.lines[row] += UInt32(truncatingIfNeeded: lineBase) }
        try consumer.consume(batch)
    }

    mutating func reject(_ record: RejectedRecord) throws {
        try consumer.reject(RejectedRecord(rule: record.rule, line: record.line + lineBase, span: record.span))
    }
}
