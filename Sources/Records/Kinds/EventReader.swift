import Aggregation
import Core
import Ingestion
import Normalisation

/// Reads events. Rows with an identifier are kept for comparison with others.
struct EventReader: RecordReader {
    private let schema: TableSchema
    private let normaliser: EventNormaliser
    /// Recognises rows of the forces that cover the definition's areas. Nil if the definition does not name these
    /// forces, or if the schema has no column of forces.
    private var forces: CoveringForces?
    private let wordsForMissing: [[UInt8]]
    private let traces: Bool

    init(_ input: ReaderInput, rules: EventRules) {
        schema = input.schema
        normaliser = EventNormaliser(schema: input.schema, rules: rules, capacity: ChunkScanner.batchRows)
        forces = CoveringForces(schema: input.schema, covers: input.covers, labels: rules.labels)
        wordsForMissing = input.schema.missingValues.map { Array($0.utf8) }.filter { !$0.isEmpty }
        traces = input.traces
    }

    mutating func read(_ batch: RecordBatch, faults: [RowFault]) -> [RowFault] {
        normaliser.normalise(batch, faults: faults)
    }

    var notes: [RowFault] { normaliser.notes }

    mutating func take(_ batch: RecordBatch, faults: [RowFault], into product: inout ChunkProduct) {
        let accepted = unsafe product.cube.add(normaliser.keys, marks: normaliser.outcomes, count: batch.count)
        product.account.accepted += accepted
        if accepted < batch.count {
            for row in 0..<batch.count where unsafe normaliser.outcomes[row] != 0 {
                product.account.count(normaliser.outcome(row))
                if let cell = normaliser.cellOfUnplaced(row), forces?.covers(row, batch) ?? true {
                    product.unplaced[cell, default: 0] += 1
                }
            }
        }
        forces?.addUnexpected(batch, normaliser, to: &product.unexpected)
        if traces { trace(batch, into: &product) }
        takeIdentified(batch, into: &product)
    }

    private func takeIdentified(_ batch: RecordBatch, into product: inout ChunkProduct) {
        guard let field = schema.fields(.identifier).first, case .bytes(let identifiers) = batch.columns[field] else {
            return
        }
        let (keys, lines, outcomes) = unsafe (normaliser.keys, batch.lines, normaliser.outcomes)
        let quarantined = RowOutcome.quarantined.byte
        // The list is moved out of the product while rows are added, so that it has one owner and is not copied.
        var identified = product.identified
        product.identified = []
        unsafe identifiers.forEach(batch.count) { row, identifier in
            // Rows without an identifier are never compared, whether the field is empty or has one of the words for a
            // missing value.
            if unsafe identifier.isEmpty || wordsForMissing.contains(where: { unsafe identifier.elementsEqual($0) }) {
                return
            }
            guard unsafe outcomes[row] != quarantined else { return }
            let outcome = unsafe outcomes[row] == 0 ? .accepted : normaliser.outcome(row)
            unsafe identified.append(
                IdentifiedRow(
                    identity: RecordKey(hashing: identifier), payload: keys[row], line: lines[row], outcome: outcome))
        }
        product.identified = identified
    }

    private func trace(_ batch: RecordBatch, into product: inout ChunkProduct) {
        for row in 0..<batch.count {
            unsafe product.traced.append(
                TracedRow(
                    line: batch.line(row), payload: normaliser.keys[row], outcome: normaliser.outcome(row),
                    span: batch.span(row)))
        }
    }

    mutating func takeKept(into product: inout ChunkProduct) {
        product.days = normaliser.takeDays()
        product.unlisted = normaliser.takeUnlisted()
        product.codesOutsideTime = normaliser.takeCodesOutsideTime()
    }

    // MARK: Rows at fault

    func place(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> QuarantinedPlace {
        normaliser.place(ofRow: row, faults: faults, in: batch)
    }

    var readsPieces: Bool { true }

    func place(ofPieces pieces: [String]) -> QuarantinedPlace { normaliser.place(ofPieces: pieces) }

    func identity(ofRow row: Int, faults: ArraySlice<RowFault>, in batch: RecordBatch) -> RecordKey? {
        guard let field = schema.fields(.identifier).first, case .bytes(let column) = batch.columns[field],
            !faults.contains(where: { $0.field == field })
        else { return nil }
        let bytes = unsafe column.bytes(row)
        let isMissing = unsafe bytes.isEmpty || wordsForMissing.contains { unsafe bytes.elementsEqual($0) }
        return unsafe isMissing ? nil : RecordKey(hashing: bytes)
    }

    func note(for fault: RowFault, _ batch: RecordBatch) -> String? { normaliser.note(for: fault, batch) }

    func suggestions(for fault: RowFault, value: String) -> [String] {
        normaliser.suggestions(for: fault, value: value)
    }
}
