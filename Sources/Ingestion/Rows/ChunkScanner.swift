public import Core

/// The result of scanning a chunk of an extract.
///
/// A chunk starts after a line break that may be inside quotes. The scan assumes that the break is not inside quotes,
/// and this is checked afterwards. For the check, the scan of the previous chunk goes on until it is between two
/// records. If this chunk did not start exactly there, its result is thrown away and the chunk is scanned again from
/// there. By induction, the records are the same as in one scan from the start, however many chunks there are.
public struct ChunkScan: Hashable, Sendable {
    /// Where the scan started, and where it stopped between two records.
    public let start: Int
    public let end: Int
    /// Physical lines from start to end.
    public let lines: Int
    /// Blank lines.
    public let blankLines: Int
    /// Rows that are longer than the header only by empty fields.
    public let paddedRows: Int
    /// Whether the last line that was read ends with a line break.
    public let endsWithLineBreak: Bool
}

/// Scans chunks of extracts of one schema and encoding, one after the other. It belongs to one thread. The columns'
/// dictionaries are kept from chunk to chunk and from file to file, so that each distinct value is added only once.
public final class ChunkScanner {
    /// The number of rows in a batch: enough to be worth a call, and few enough to stay in the second-level cache.
    public static let batchRows = 4096

    private let schema: TableSchema
    private let mode: ParserMode
    private let columns: [RecordColumn]
    /// The batch of the last scan, and the fields that its file had. Small files that follow each other can share the
    /// batch.
    private var last: (present: Set<Int>, batch: RecordBatch)?

    /// Creates a scanner for extracts of the schema.
    public init(schema: TableSchema, mode: ParserMode) {
        self.schema = schema
        self.mode = mode
        columns = schema.fields.map { field in
            guard field.isNeeded else { return .absent }
            // Identifiers are unique by nature, and columns without a role can be; the values of all other columns
            // repeat.
            return field.role == .identifier || field.role == nil
                ? .bytes(ByteColumn(capacity: Self.batchRows)) : .coded(CodedColumn(capacity: Self.batchRows))
        }
    }

    /// Scans from `start` up to the first record at or after `limit`. Rows and refused records go to the consumer, with
    /// lines counted from 1 at the start.
    public func scan(
        _ extract: OpenedExtract, from start: Int, upTo limit: Int, _ consumer: inout some BatchConsumer
    ) throws -> ChunkScan {
        let present = Set(extract.binding.fieldOfColumn.compactMap { $0 })
        let sink = UnsafeMutablePointer<FieldSink>.allocate(capacity: 1)
        var targets = [FieldSink.Target](repeating: .init(), count: extract.header.fields.count)
        for (position, field) in extract.binding.fieldOfColumn.enumerated() {
            if let field { aim(&targets[position], at: columns[field]) }
        }
        sink.initialize(to: FieldSink(targets))
        defer {
            sink.pointee.deallocate()
            sink.deallocate()
        }
        let batch = batch(present, extract.encoding)
        batch.setCount(0)
        var scanner = RecordScanner(
            file: extract.file, from: start, line: 1, delimiter: extract.header.delimiter,
            checkingUTF8: extract.encoding == .utf8, batch: batch, sink: sink, mode: mode)
        let end = try scanner.run(upTo: limit, &consumer)
        return ChunkScan(
            start: start, end: end, lines: scanner.line - 1, blankLines: scanner.blankLines,
            paddedRows: scanner.paddedRows, endsWithLineBreak: scanner.endsWithLineBreak)
    }

    private func batch(_ present: Set<Int>, _ encoding: TextEncoding) -> RecordBatch {
        if let last, last.present == present, last.batch.encoding == encoding { return last.batch }
        let batch = RecordBatch(
            columns: columns.indices.map { present.contains($0) ? columns[$0] : .absent }, capacity: Self.batchRows,
            encoding: encoding)
        last = (present, batch)
        return batch
    }

    private func aim(_ target: inout FieldSink.Target, at column: RecordColumn) {
        switch column {
        case .absent: break
        case .bytes(let column):
            target.kind = .bytes
            target.storage = column.storage
        case .coded(let column):
            target.kind = .coded
            target.table = column.dictionary.table
            target.codes = column.codes
        }
    }
}
