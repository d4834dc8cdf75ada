package import Aggregation
package import Ingestion
package import Normalisation
package import Tabular
import Validation

/// Takes one extract through validation and normalisation, batch by batch, and keeps what the run needs of it.
package struct ExtractConsumer: BatchConsumer {
    /// So many findings of a rule and column are told in words; all are counted, and all rows are in quarantine.
    static let toldPerRule = 20

    private let file: String
    private let schema: TableSchema
    private var validator: BatchValidator
    private let normaliser: Normaliser
    private var told: [HeldRow.Fault: Int] = [:]

    package private(set) var account = RowAccount()
    package private(set) var findings: [Finding] = []
    private(set) var held: [HeldRow] = []
    package private(set) var unidentified = FactCube()
    private var identifiedEvents: [IdentifiedRow] = []

    private enum Normaliser {
        case events(EventNormaliser)
        case episodes(EpisodeNormaliser)
        case returns(ReturnNormaliser)
    }

    package init(file: String, source: PipelinePlan.Source, areas: AreaTable, hasher: IdentifierHasher) {
        self.file = file
        schema = source.schema
        validator = BatchValidator(schema: schema)
        normaliser =
            switch source.rules {
            case .events(let rules):
                .events(EventNormaliser(schema: schema, rules: rules, capacity: ExtractReader.batchRows))
            case .episodes: .episodes(EpisodeNormaliser(schema: schema, areas: areas, hasher: hasher))
            case .returns(let names): .returns(ReturnNormaliser(schema: schema, areas: areas, indicators: names))
            }
    }

    /// The rows that can be compared with those of other extracts, in file order.
    package var identified: [IdentifiedRow] {
        switch normaliser {
        case .events: identifiedEvents
        case .episodes(let normaliser): normaliser.rows
        case .returns(let normaliser): normaliser.rows
        }
    }

    var episodes: [Episode] { if case .episodes(let normaliser) = normaliser { normaliser.episodes } else { [] } }
    var returns: [ReturnedValue] { if case .returns(let normaliser) = normaliser { normaliser.values } else { [] } }

    package mutating func reject(_ record: RejectedRecord) {
        account.read += 1
        account.quarantined[record.rule, default: 0] += 1
        let fault = HeldRow.Fault(rule: record.rule, column: nil)
        held.append(HeldRow(line: record.line, span: record.span, faults: [fault]))
        let file = file
        tell(fault, Finding(record.rule, file: file, line: record.line))
    }

    package mutating func consume(_ batch: RecordBatch) {
        account.read += batch.count
        let invalid = validator.faults(in: batch)
        switch normaliser {
        case .events(let events):
            let found = events.normalise(batch, faults: invalid)
            quarantineRows(invalid + found, batch)
            take(events, batch)
        case .episodes(let episodes):
            let faulty = Set(invalid.map(\.row))
            quarantineRows(invalid + episodes.normalise(batch) { faulty.contains($0) }, batch)
        case .returns(let returns):
            let faulty = Set(invalid.map(\.row))
            quarantineRows(invalid + returns.normalise(batch) { faulty.contains($0) }, batch)
        }
    }

    /// Counts the rows of a batch of events; those with an identifier wait for the other extracts.
    private mutating func take(_ events: EventNormaliser, _ batch: RecordBatch) {
        let identifiers = schema.fields(.identifier).first.flatMap { field -> ByteColumn? in
            if case .bytes(let column) = batch.columns[field] { column } else { nil }
        }
        for row in 0..<batch.count {
            let identifier = identifiers?.bytes(row)
            guard let identifier, !identifier.isEmpty else {
                count(events, row)
                continue
            }
            let outcome = events.outcome(row)
            guard outcome != .quarantined else { continue }
            identifiedEvents.append(
                IdentifiedRow(
                    identity: RecordKey(hashing: identifier), content: events.keys[row], payload: events.keys[row],
                    line: batch.lines[row], outcome: outcome))
        }
    }

    private mutating func count(_ events: EventNormaliser, _ row: Int) {
        if events.isAccepted(row) {
            account.accepted += 1
            unidentified.add(FactKey(word: events.keys[row]))
            return
        }
        switch events.outcome(row) {
        case .accepted, .quarantined: break
        case .cancelled: account.cancelled += 1
        case .outOfScope(let reason): account.outOfScope[reason, default: 0] += 1
        }
    }

    // MARK: Findings

    private mutating func quarantineRows(_ faults: [RowFault], _ batch: RecordBatch) {
        guard !faults.isEmpty else { return }
        // By row, and within a row by column: the first fault is the one that the row is accounted under.
        let ordered = faults.sorted { ($0.row, $0.field ?? -1) < ($1.row, $1.field ?? -1) }
        var position = 0
        while position < ordered.count {
            let row = ordered[position].row
            let end = ordered[position...].firstIndex { $0.row != row } ?? ordered.count
            let own = ordered[position..<end]
            account.quarantined[own[position].rule, default: 0] += 1
            let line = Int(batch.lines[row])
            held.append(
                HeldRow(
                    line: line, span: batch.spans[row],
                    faults: own.map { .init(rule: $0.rule, column: $0.field.map { schema.fields[$0].name }) }))
            for fault in own { tell(fault, batch, line) }
            position = end
        }
    }

    private mutating func tell(_ fault: RowFault, _ batch: RecordBatch, _ line: Int) {
        let column = fault.field.map { schema.fields[$0].name }
        let value = schema.sensitive ? nil : fault.field.flatMap { Self.value($0, fault.row, batch) }
        let finding = Finding(
            fault.rule, file: file, line: line, column: column, value: value,
            suggestion: value.flatMap { suggestion(fault, $0) })
        tell(HeldRow.Fault(rule: fault.rule, column: column), finding)
    }

    private mutating func tell(_ kind: HeldRow.Fault, _ finding: @autoclosure () -> Finding) {
        told[kind, default: 0] += 1
        if told[kind, default: 0] <= Self.toldPerRule { findings.append(finding()) }
    }

    private static func value(_ field: Int, _ row: Int, _ batch: RecordBatch) -> String? {
        switch batch.columns[field] {
        case .absent: nil
        case .coded(let column): column.dictionary.string(Int(column.codes[row]), batch.encoding)
        case .bytes(let column): batch.encoding.string(column.bytes(row))
        }
    }

    private func suggestion(_ fault: RowFault, _ value: String) -> String? {
        switch normaliser {
        case .events(let events): events.suggestion(for: fault, value: value)
        case .returns(let returns): returns.suggestion(for: fault, value: value)
        case .episodes: nil
        }
    }
}
