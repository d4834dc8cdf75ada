import Core
import Normalisation

/// Makes one record from each sound row, and keeps the records until they are handed over.
protocol RecordNormaliser {
    associatedtype Record: ExtractRecord

    /// Normalises the rows that have no fault yet. Returns the new faults that it finds.
    func normalise(_ batch: RecordBatch, faulty: (Int) -> Bool) -> [RowFault]
    /// Notes on sound rows of the batch that was normalised last. They do not change where the rows count.
    var notes: [RowFault] { get }
    /// Hands over the records and the rows that refer to them.
    func takeList() -> (records: [Record], rows: [IdentifiedRow])
    /// Hands over the codes that were not in use in the months of sound rows.
    func takeCodesOutsideTime() -> CodesOutsideTime

    func place(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> QuarantinedPlace
    var readsPieces: Bool { get }
    func place(ofPieces pieces: [String]) -> QuarantinedPlace
    func identity(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> RecordKey?
    func note(for fault: RowFault, _ batch: RecordBatch) -> String?
    func suggestions(for fault: RowFault, value: String) -> [String]
}

extension RecordNormaliser {
    var notes: [RowFault] { [] }
    func takeCodesOutsideTime() -> CodesOutsideTime { CodesOutsideTime() }
    var readsPieces: Bool { false }
    func place(ofPieces pieces: [String]) -> QuarantinedPlace { .nowhere }
    func identity(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> RecordKey? { nil }
    func note(for fault: RowFault, _ batch: RecordBatch) -> String? { nil }
    func suggestions(for fault: RowFault, value: String) -> [String] { [] }
}

/// Reads one record from each row. All rows have an identity.
struct RecordListReader<Normaliser: RecordNormaliser>: RecordReader {
    private let normaliser: Normaliser
    private let traces: Bool
    /// The bytes of each row, by line, if rows are traced.
    private var spans: [UInt32: ByteSpan] = [:]

    init(_ normaliser: Normaliser, traces: Bool) {
        self.normaliser = normaliser
        self.traces = traces
    }

    mutating func read(_ batch: RecordBatch, faults: [RowFault]) -> [RowFault] {
        if traces { for row in 0..<batch.count { unsafe spans[batch.lines[row]] = batch.span(row) } }
        let faulty = Set(faults.map(\.row))
        return normaliser.normalise(batch) { faulty.contains($0) }
    }

    var notes: [RowFault] { normaliser.notes }

    mutating func take(_ batch: RecordBatch, faults: [RowFault], into product: inout ChunkProduct) {}

    mutating func takeKept(into product: inout ChunkProduct) {
        let (records, rows) = normaliser.takeList()
        product.records = ExtractRecords(records)
        product.identified = rows
        product.codesOutsideTime = normaliser.takeCodesOutsideTime()
        // Until other extracts are compared, every row with an identifier counts.
        for row in rows { product.account.count(row.outcome) }
        guard traces else { return }
        product.traced = rows.map {
            TracedRow(
                line: Int($0.line), payload: $0.payload, outcome: $0.outcome,
                span: spans[$0.line] ?? ByteSpan(offset: 0, length: 0))
        }
        spans = [:]
    }

    func place(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> QuarantinedPlace {
        normaliser.place(ofRow: row, faults: faults, in: batch)
    }

    var readsPieces: Bool { normaliser.readsPieces }

    func place(ofPieces pieces: [String]) -> QuarantinedPlace { normaliser.place(ofPieces: pieces) }

    func identity(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> RecordKey? {
        normaliser.identity(ofRow: row, faults: faults, in: batch)
    }

    func note(for fault: RowFault, _ batch: RecordBatch) -> String? { normaliser.note(for: fault, batch) }

    func suggestions(for fault: RowFault, value: String) -> [String] {
        normaliser.suggestions(for: fault, value: value)
    }
}
