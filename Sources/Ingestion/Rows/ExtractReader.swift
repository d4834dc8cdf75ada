public import Core

/// Reads one extract against its schema in one go, on one thread.
public struct ExtractReader {
    private let file: LandedFile
    private let schema: TableSchema
    private let mode: ParserMode

    /// Creates a reader for the file and its schema.
    public init(file: LandedFile, schema: TableSchema, mode: ParserMode = .fast) {
        self.file = file
        self.schema = schema
        self.mode = mode
    }

    /// Reads the whole file, with lines counted from the start of the file. `makeConsumer` makes a consumer at the
    /// start. It makes a new one when the file turns out not to be UTF-8 and is read again in the schema's encoding.
    public func read<Consumer: BatchConsumer>(_ makeConsumer: () throws -> Consumer) throws -> (
        Consumer, ExtractReading
    ) {
        let extract = try OpenedExtract(file: file, schema: schema)
        do {
            return try read(extract, makeConsumer())
        } catch let extractError as ExtractError {
            guard case .notDecodable = extractError, let other = try extract.inFallbackEncoding() else {
                throw extractError
            }
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
        } catch let extractError as ExtractError {
            throw extractError.moved(by: extract.headerLines)
        }
        try file.checkUnchanged()
        return (
            placed.consumer,
            extract.reading(
                blankLines: scan.blankLines, paddedRows: scan.paddedRows, endsWithLineBreak: scan.endsWithLineBreak)
        )
    }
}

/// Passes rows and records to another consumer, with lines counted from the start of the file.
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
