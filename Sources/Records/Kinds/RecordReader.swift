package import Core
package import Normalisation

/// Reads the rows of one kind of record on one thread, batch by batch. It lives as long as the dictionaries whose codes it
/// has looked up.
///
/// A reader is called once a batch, so that what a row costs does not depend on how many kinds there are; only rows at
/// fault are handled one by one.
package protocol RecordReader {
    /// Normalises a batch of which some rows have faults already. Returns the faults that it finds itself.
    mutating func read(_ batch: RecordBatch, faults: [RowFault]) -> [RowFault]

    /// What sound rows of the batch have that leaves them where they are.
    var notes: [RowFault] { get }

    /// Counts the rows of the batch that was read last. `faults` are those that it had before it was read.
    mutating func take(_ batch: RecordBatch, faults: [RowFault], into product: inout ChunkProduct)

    /// Hands over what it has kept since the last time.
    mutating func takeKept(into product: inout ChunkProduct)

    /// Where a row at fault of the batch that was read last may belong.
    func place(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> QuarantinedPlace

    /// Whether pieces of a row say where it may belong.
    var readsPieces: Bool { get }

    /// Where a row may belong of which no column can be read; the pieces are in no known order.
    func place(ofPieces pieces: [String]) -> QuarantinedPlace

    /// The identifier of a row at fault, when it can be read.
    func identity(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> RecordKey?

    /// What there is to say of a fault, beyond its rule.
    func note(for fault: RowFault, _ batch: RecordBatch) -> String?

    /// The names that were probably intended, for a row with an unknown one; the likeliest first.
    func suggestions(for fault: RowFault, value: String) -> [String]
}

/// What a reader is made from.
package struct ReaderInput {
    package let schema: TableSchema
    /// The areas, by position, that the deliveries of a force cover, by the force.
    package let covers: [String: [Int]]
    package let areas: AreaTable
    package let hasher: IdentifierHasher
    /// Whether every row is kept, with its result.
    package let traces: Bool

    /// From its parts.
    package init(
        schema: TableSchema, covers: [String: [Int]], areas: AreaTable, hasher: IdentifierHasher, traces: Bool
    ) {
        self.schema = schema
        self.covers = covers
        self.areas = areas
        self.hasher = hasher
        self.traces = traces
    }
}

extension RowAccount {
    /// Counts a row by its result; those in quarantine are counted by their faults.
    mutating func count(_ outcome: RowOutcome) {
        switch outcome {
        case .accepted: accepted += 1
        case .quarantined: break
        case .cancelled: cancelled += 1
        case .outOfScope(let reason): outOfScope[reason, default: 0] += 1
        }
    }
}
