import Core
package import Indicators
package import Normalisation

/// Records about which only the schema is known. There are no reference tables, so only values are checked.
package struct UncountedRecords: RecordHandler {

    /// Creates the handler.
    package init() {
    }
    package func reader(_ input: ReaderInput) -> any RecordReader { UncountedReader() }

    package func displacements(_ comparison: RecordComparison) async -> [Displacement] { await comparison.byPayload() }

    package func resolve(
        _ standing: ExtractRecords, of extract: inout ExtractOutcome, into resolved: inout ResolvedRecords
    ) -> [Int: Int] { [:] }

    package func addFacts(_ resolved: ResolvedRecords, of source: PipelinePlan.Source, to facts: inout SourceFacts) {}

    package func deliveries(of expected: ExpectedOfArea, in periods: ExpectedPeriods) -> [Delivery] { [] }

    package func canCount(_ code: SubjectCode) -> Bool { false }
}

/// Counts rows without a fault, and reads nothing else from them.
private struct UncountedReader: RecordReader {
    mutating func read(_ batch: RecordBatch, faults: [RowFault]) -> [RowFault] { [] }

    var notes: [RowFault] { [] }

    mutating func take(_ batch: RecordBatch, faults: [RowFault], into product: inout ChunkProduct) {
        product.account.accepted += batch.count - Set(faults.map(\.row)).count
    }

    mutating func takeKept(into product: inout ChunkProduct) {}

    func place(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> QuarantinedPlace { .nowhere }

    var readsPieces: Bool { false }

    func place(ofPieces pieces: [String]) -> QuarantinedPlace { .nowhere }

    func identity(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> RecordKey? { nil }

    func note(for fault: RowFault, _ batch: RecordBatch) -> String? { nil }

    func suggestions(for fault: RowFault, value: String) -> [String] { [] }
}
