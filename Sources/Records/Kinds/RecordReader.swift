package import Core
package import Normalisation

/// Reads the rows of one kind of record on one thread, batch by batch. It is valid only for the dictionaries that it
/// has looked codes up in.
///
/// A reader is called once for each batch, so that the cost of a row does not depend on the number of kinds. Only rows
/// at fault are handled one by one.
package protocol RecordReader {
    /// Normalises a batch in which some rows already have faults. Returns the new faults that it finds.
    mutating func read(_ batch: RecordBatch, faults: [RowFault]) -> [RowFault]

    /// Notes on sound rows of the batch. They do not change where the rows count.
    var notes: [RowFault] { get }

    /// Counts the rows of the batch that was read last. `faults` are the faults that the batch had before it was read.
    mutating func take(_ batch: RecordBatch, faults: [RowFault], into product: inout ChunkProduct)

    /// Hands over what the reader has kept since the last call.
    mutating func takeKept(into product: inout ChunkProduct)

    /// Returns where a row at fault may belong; the row is in the batch that was read last.
    func place(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> QuarantinedPlace

    /// Whether the pieces of a row show where the row may belong.
    var readsPieces: Bool { get }

    /// Returns where a row may belong if none of its columns can be read. The pieces of the row are in no known order.
    func place(ofPieces pieces: [String]) -> QuarantinedPlace

    /// Returns the identifier of a row at fault, if it can be read.
    func identity(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> RecordKey?

    /// Returns a note that says more about a fault than its rule does.
    func note(for fault: RowFault, _ batch: RecordBatch) -> String?

    /// Returns the names that were probably intended in a row with an unknown name, the likeliest first.
    func suggestions(for fault: RowFault, value: String) -> [String]
}

/// The input from which a reader is made.
package struct ReaderInput {
    package let schema: TableSchema
    /// For each force, the positions of the areas that its deliveries cover.
    package let covers: [String: [Int]]
    package let areas: AreaTable
    package let hasher: IdentifierHasher
    /// Whether every row is kept with its result.
    package let traces: Bool

    /// Creates the input from its parts.
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
    /// Counts a row by its result. Rows in quarantine are counted by their faults instead.
    mutating func count(_ outcome: RowOutcome) {
        switch outcome {
        case .accepted: accepted += 1
        case .quarantined: break
        case .cancelled: cancelled += 1
        case .outOfScope(let reason): outOfScope[reason, default: 0] += 1
        }
    }
}
