package import Core
package import Ingestion
package import Normalisation
package import Records
import Validation

/// Validates and normalises rows batch by batch, and keeps what the run needs from them. A consumer belongs to one
/// thread. It is valid only for the dictionaries in which it has looked up codes.
package struct ExtractConsumer: BatchConsumer {
    /// The number of findings of one rule and column that are reported singly. All findings are counted, and all rows
    /// at fault are quarantined.
    static let reportedPerRule = 20

    private let maxReported: Int
    /// Whether every row is kept with its result.
    private let traces: Bool
    private var file = ""
    /// Recognises rows at fault that are not data; nil if the extract of the rows is not known.
    private var recognition: NonDataRecognition?
    private let schema: TableSchema
    private var validator: BatchValidator
    private var checks: CheckValidator
    private let uniqueKeys: UniqueKeyReader
    /// The rows of the file that break a rule of unique values; nil until the values have been compared.
    private var repeats: RepeatedKeys?
    /// Whether the schema has a rule that only notes a fault and leaves the row in the count.
    private let hasNotes: Bool
    private var reader: any RecordReader
    /// Counts rows by delivery unit; nil if the schema has no such units.
    private var units: DeliveryUnitCounter?
    private var knownSuggestions: [FindingRule: [String: [String]]] = [:]
    private var product = ChunkProduct()

    /// Creates a consumer for extracts of one of the source's schemas. For each chunk, it reports at most `maxReported`
    /// findings of a rule and column.
    package init(
        source: PipelinePlan.Source, schema: TableSchema, areas: AreaTable, hasher: IdentifierHasher,
        maxReported: Int = ExtractConsumer.reportedPerRule, traces: Bool = false
    ) {
        self.maxReported = maxReported
        self.traces = traces
        self.schema = schema
        checks = CheckValidator(schema: schema)
        // Personal values are never kept in a form in which they could be guessed.
        uniqueKeys =
            schema.sensitive
            ? UniqueKeyReader(schema: schema) { hasher.key(bytes: $0) } : UniqueKeyReader(schema: schema)
        hasNotes = (schema.checks.map(\.consequence) + schema.consequences.map(\.consequence)).contains {
            $0.then == .note
        }
        validator = BatchValidator(schema: schema)
        units = DeliveryUnitCounter(schema: schema, source: source, areas: areas)
        reader = source.records.reader(
            ReaderInput(schema: schema, covers: source.covers, areas: areas, hasher: hasher, traces: traces))
    }

    /// Sets the extract to which the next rows belong.
    package mutating func begin(_ extract: OpenedExtract) { begin(extract, repeats: nil) }

    /// Sets the extract to which the next rows belong. `repeats`, once known, are its rows that break a rule of unique
    /// values. Rows of the units in `dropped` are dropped because another file delivers these units.
    mutating func begin(
        _ extract: OpenedExtract, repeats: RepeatedKeys?, dropping dropped: Set<DeliveryUnit> = []
    ) {
        units?.begin(dropping: dropped)
        if extract.file.name != file { checks.begin(extract.file.name) }
        file = extract.file.name
        self.repeats = repeats
        recognition = NonDataRecognition(extract)
    }

    /// Hands over the results of the rows since the last call.
    package mutating func takeProduct() -> ChunkProduct {
        reader.takeKept(into: &product)
        units?.take(into: &product)
        defer { product = ChunkProduct() }
        return product
    }

    package mutating func reject(_ record: RejectedRecord) throws {
        if record.rule == .fieldCount, let kind = try recognition?.kind(of: record.span) {
            setAside(kind, line: record.line)
            return
        }
        product.account.read += 1
        product.account.quarantined[record.rule, default: 0] += 1
        let fault = QuarantinedRecord.Fault(rule: record.rule, column: nil)
        product.held.append(
            QuarantinedRecord(
                line: record.line, span: record.span, faults: [fault], place: try placeOfUnreadableRow(record.span))
        )
        guard takesMore(fault) else { return }
        product.findings.append(
            Finding(
                record.rule, file: file, line: record.line,
                severity: schema.consequence(of: record.rule, field: nil, check: nil).then))
    }

    package mutating func consume(_ batch: RecordBatch) throws {
        let traces = traces
        units?.count(batch, traces: traces, &product)
        product.account.read += batch.count
        let invalid = invalidRows(of: batch)
        let found = reader.read(batch, faults: invalid)
        try quarantineRows(invalid + found, batch)
        for note in reader.notes { report(note, batch, batch.line(note.row)) }
        reader.take(batch, faults: invalid, into: &product)
    }

    /// Returns the faults that put a row into quarantine, by all rules of the schema. Faults that are only noted are
    /// reported here.
    private mutating func invalidRows(of batch: RecordBatch) -> [RowFault] {
        var faults = validator.faults(in: batch)
        faults += checks.faults(in: batch)
        if !uniqueKeys.isIdle { faults += repeatedRows(of: batch) }
        guard hasNotes, !faults.isEmpty else { return faults }
        func isNoted(_ fault: RowFault) -> Bool { consequence(of: fault).then == .note }
        for fault in faults.filter(isNoted).sorted(by: Self.precedes) {
            report(fault, batch, batch.line(fault.row))
        }
        return faults.filter { !isNoted($0) }
    }

    /// Returns the rows that break a rule of unique values. If these rows are not known yet, the values are kept so
    /// that they can be compared later.
    private mutating func repeatedRows(of batch: RecordBatch) -> [RowFault] {
        guard let repeats else {
            var keys: [KeyedRow] = []
            uniqueKeys.forEachKey(in: batch) { check, row, key in
                keys.append(
                    KeyedRow(
                        check: UInt32(check), line: UInt32(truncatingIfNeeded: batch.line(row)), key: key,
                        offset: batch.span(row).offset))
            }
            product.keys += keys
            return []
        }
        guard !repeats.isEmpty else { return [] }
        return (0..<batch.count).flatMap { row in
            repeats[batch.span(row).offset].map {
                RowFault(row: row, rule: .notUnique, field: schema.checks[$0.check].field, check: $0.check)
            }
        }
    }

    private func consequence(of fault: RowFault) -> Consequence {
        schema.consequence(of: fault.rule, field: fault.field, check: fault.check)
    }

    // MARK: Findings

    private mutating func quarantineRows(_ faults: [RowFault], _ batch: RecordBatch) throws {
        var lastSound = batch.count - 1
        defer { if lastSound >= 0 { product.lastSoundLine = batch.line(lastSound) } }
        guard !faults.isEmpty else { return }
        // Faults are sorted by row and column. The account counts a row under its first fault.
        let ordered = faults.sorted(by: Self.precedes)
        var position = 0
        while position < ordered.count {
            let row = ordered[position].row
            let end = ordered[position...].firstIndex { $0.row != row } ?? ordered.count
            let own = ordered[position..<end]
            position = end
            if let kind = try recognition?.kind(of: batch.span(row)) {
                product.account.read -= 1
                setAside(kind, line: batch.line(row))
                continue
            }
            product.account.quarantined[own[own.startIndex].rule, default: 0] += 1
            let line = batch.line(row)
            product.held.append(
                QuarantinedRecord(
                    line: line, span: batch.span(row), faults: own.map(kind),
                    place: reader.place(ofRow: row, faults: own, in: batch),
                    identity: reader.identity(ofRow: row, faults: own, in: batch)))
            for fault in own { report(fault, batch, line) }
        }
        for fault in ordered.reversed() where fault.row == lastSound { lastSound -= 1 }
    }

    /// Returns where a row may belong if none of its columns can be recognised.
    private mutating func placeOfUnreadableRow(_ span: ByteSpan) throws -> QuarantinedPlace {
        let pieces = try reader.readsPieces ? recognition?.pieces(of: span) ?? [] : []
        return reader.place(ofPieces: pieces)
    }

    /// Counts a row that is not data separately from the other rows, and reports it.
    private mutating func setAside(_ kind: NonDataRow, line: Int) {
        let rule: FindingRule
        switch kind {
        case .empty:
            product.account.blankLines += 1
            return
        case .totals:
            product.account.totalsRows += 1
            rule = .totalsRow
        case .repeatedHeader:
            product.account.repeatedHeaders += 1
            rule = .repeatedHeader
        }
        let file = file
        report(QuarantinedRecord.Fault(rule: rule, column: nil), Finding(rule, file: file, line: line))
    }

    private static func precedes(_ a: RowFault, _ b: RowFault) -> Bool {
        (a.row, a.field ?? -1, a.check ?? -1) < (b.row, b.field ?? -1, b.check ?? -1)
    }

    private func kind(_ fault: RowFault) -> QuarantinedRecord.Fault {
        QuarantinedRecord.Fault(
            rule: fault.rule, column: fault.field.map { schema.fields[$0].name }, check: fault.check)
    }

    private mutating func report(_ fault: RowFault, _ batch: RecordBatch, _ line: Int) {
        let kind = kind(fault)
        guard takesMore(kind) else { return }
        let value = schema.sensitive ? nil : fault.field.flatMap { Self.value($0, fault.row, batch) }
        product.findings.append(
            Finding(
                fault.rule, file: file, line: line, column: kind.column, value: value,
                suggestions: value.map { suggestions(fault, $0) } ?? [],
                detail: fault.check.map { detail($0, batch.span(fault.row).offset) },
                note: reader.note(for: fault, batch),
                severity: consequence(of: fault).then))
    }

    /// Returns the explanation of a check that the row at the offset fails.
    private func detail(_ check: Int, _ offset: UInt64) -> String {
        let text = schema.checks[check].explanation
        guard let first = repeats?[offset].first(where: { $0.check == check }) else { return text }
        return text + ", first in line \(first.firstLine)"
    }

    private mutating func report(_ kind: QuarantinedRecord.Fault, _ finding: @autoclosure () -> Finding) {
        if takesMore(kind) { product.findings.append(finding()) }
    }

    /// Counts a fault, and returns whether it is reported.
    private mutating func takesMore(_ kind: QuarantinedRecord.Fault) -> Bool {
        let count = product.faultCounts[kind, default: 0] + 1
        product.faultCounts[kind] = count
        return count <= maxReported
    }

    private static func value(_ field: Int, _ row: Int, _ batch: RecordBatch) -> String? {
        switch batch.columns[field] {
        case .absent: nil
        case .coded(let column): unsafe column.dictionary.string(Int(column.codes[row]), batch.encoding)
        case .bytes(let column): unsafe batch.encoding.string(column.bytes(row))
        }
    }

    private mutating func suggestions(_ fault: RowFault, _ value: String) -> [String] {
        if let known = knownSuggestions[fault.rule]?[value] { return known }
        let found = reader.suggestions(for: fault, value: value)
        knownSuggestions[fault.rule, default: [:]][value] = found
        return found
    }
}
