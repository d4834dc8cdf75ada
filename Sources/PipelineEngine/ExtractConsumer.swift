import Aggregation
package import Ingestion
package import Normalisation
package import Tabular
import Validation

/// Takes rows through validation and normalisation, batch by batch, and keeps what the run needs of them. It belongs to
/// one thread, and lives as long as the dictionaries whose codes it has looked up.
package struct ExtractConsumer: BatchConsumer {
    /// So many findings of a rule and column are told in words; all are counted, and all rows are in quarantine.
    static let toldPerRule = 20

    private var file = ""
    private let schema: TableSchema
    private var validator: BatchValidator
    private let normaliser: Normaliser
    private let wordsForMissing: [[UInt8]]
    private var told: [HeldRow.Fault: Int] = [:]
    private var meant: [FindingRule: [String: [String]]] = [:]
    private var product = ChunkProduct()

    private enum Normaliser {
        case events(EventNormaliser)
        case episodes(EpisodeNormaliser)
        case returns(ReturnNormaliser)
    }

    package init(source: PipelinePlan.Source, areas: AreaTable, hasher: IdentifierHasher) {
        schema = source.schema
        wordsForMissing = schema.missingValues.map { Array($0.utf8) }.filter { !$0.isEmpty }
        validator = BatchValidator(schema: schema)
        normaliser =
            switch source.rules {
            case .events(let rules):
                .events(EventNormaliser(schema: schema, rules: rules, capacity: ChunkScanner.batchRows))
            case .episodes: .episodes(EpisodeNormaliser(schema: schema, areas: areas, hasher: hasher))
            case .returns(let names): .returns(ReturnNormaliser(schema: schema, areas: areas, indicators: names))
            }
    }

    /// Says which extract the next rows belong to.
    package mutating func begin(_ file: String) { self.file = file }

    /// Hands over what came of the rows since the last time.
    package mutating func takeProduct() -> ChunkProduct {
        switch normaliser {
        case .events(let normaliser): product.days = normaliser.takeDays()
        case .episodes(let normaliser): (product.episodes, product.identified) = normaliser.takeRecords()
        case .returns(let normaliser): (product.returns, product.identified) = normaliser.takeRecords()
        }
        // Until other extracts are looked at, every row with an identifier stands.
        if case .events = normaliser {} else { for row in product.identified { count(row.outcome) } }
        told = [:]
        defer { product = ChunkProduct() }
        return product
    }

    package mutating func reject(_ record: RejectedRecord) {
        product.account.read += 1
        product.account.quarantined[record.rule, default: 0] += 1
        let fault = HeldRow.Fault(rule: record.rule, column: nil)
        product.held.append(HeldRow(line: record.line, span: record.span, faults: [fault]))
        if takesMore(fault) { product.findings.append(Finding(record.rule, file: file, line: record.line)) }
    }

    package mutating func consume(_ batch: RecordBatch) {
        product.account.read += batch.count
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

    /// Counts the rows of a batch of events; those with an identifier are kept for comparison with others.
    private mutating func take(_ events: EventNormaliser, _ batch: RecordBatch) {
        let identifiers = schema.fields(.identifier).first.flatMap { field -> ByteColumn? in
            if case .bytes(let column) = batch.columns[field] { column } else { nil }
        }
        let accepted = product.cube.add(events.keys, marks: events.outcomes, count: batch.count)
        product.account.accepted += accepted
        if accepted < batch.count {
            for row in 0..<batch.count where events.outcomes[row] != 0 { count(events.outcome(row)) }
        }
        guard let identifiers else { return }
        let (keys, lines, outcomes) = (events.keys, batch.lines, events.outcomes)
        // Taken out while it grows, so that nobody has to be asked whether somebody else has it.
        var identified = product.identified
        product.identified = []
        identifiers.forEach(batch.count) { row, identifier in
            // Rows without an identifier are never compared, however the file says that there is none.
            if identifier.isEmpty || wordsForMissing.contains(where: { identifier.elementsEqual($0) }) { return }
            let outcome = outcomes[row] == 0 ? .accepted : events.outcome(row)
            guard outcome != .quarantined else { return }
            identified.append(
                IdentifiedRow(
                    identity: RecordKey(hashing: identifier), payload: keys[row], line: lines[row], outcome: outcome))
        }
        product.identified = identified
    }

    private mutating func count(_ outcome: RowOutcome) {
        switch outcome {
        case .accepted: product.account.accepted += 1
        case .quarantined: break
        case .cancelled: product.account.cancelled += 1
        case .outOfScope(let reason): product.account.outOfScope[reason, default: 0] += 1
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
            product.account.quarantined[own[position].rule, default: 0] += 1
            let line = Int(batch.lines[row])
            product.held.append(
                HeldRow(
                    line: line, span: batch.spans[row],
                    faults: own.map { .init(rule: $0.rule, column: $0.field.map { schema.fields[$0].name }) }))
            for fault in own { tell(fault, batch, line) }
            position = end
        }
    }

    private mutating func tell(_ fault: RowFault, _ batch: RecordBatch, _ line: Int) {
        let column = fault.field.map { schema.fields[$0].name }
        guard takesMore(HeldRow.Fault(rule: fault.rule, column: column)) else { return }
        let value = schema.sensitive ? nil : fault.field.flatMap { Self.value($0, fault.row, batch) }
        product.findings.append(
            Finding(
                fault.rule, file: file, line: line, column: column, value: value,
                suggestions: value.map { suggestions(fault, $0) } ?? []))
    }

    /// Whether one more finding of the kind is told.
    private mutating func takesMore(_ kind: HeldRow.Fault) -> Bool {
        told[kind, default: 0] += 1
        return told[kind, default: 0] <= Self.toldPerRule
    }

    private static func value(_ field: Int, _ row: Int, _ batch: RecordBatch) -> String? {
        switch batch.columns[field] {
        case .absent: nil
        case .coded(let column): column.dictionary.string(Int(column.codes[row]), batch.encoding)
        case .bytes(let column): batch.encoding.string(column.bytes(row))
        }
    }

    private mutating func suggestions(_ fault: RowFault, _ value: String) -> [String] {
        if let known = meant[fault.rule]?[value] { return known }
        let found =
            switch normaliser {
            case .events(let events): events.suggestions(for: fault, value: value)
            case .returns(let returns): returns.suggestions(for: fault, value: value)
            case .episodes: [String]()
            }
        meant[fault.rule, default: [:]][value] = found
        return found
    }
}
