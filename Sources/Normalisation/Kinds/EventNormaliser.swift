public import Core

/// The rules by which the events of a source are normalised.
public struct EventRules: Sendable {
    /// The classification with the codes of events.
    public let classification: Classification
    /// The rule by which events get their areas.
    public let areas: AreaRule
    /// The flags that any indicator counts, at most sixteen; the position of a flag is the position of its bit.
    public let flags: [String]
    /// The mappings of labels.
    public let labels: LabelMappings
    /// Whether the days of events within their months matter.
    public let notesDays: Bool

    /// Creates rules from their parts.
    public init(
        classification: Classification, areas: AreaRule, flags: [String], labels: LabelMappings = LabelMappings(),
        notesDays: Bool = false
    ) {
        self.classification = classification
        self.areas = areas
        self.flags = flags
        self.labels = labels
        self.notesDays = notesDays
    }
}

/// Turns the rows of a crime extract or an incident log into facts: an area, a month, a category and flags. Every
/// distinct value is resolved once, so that a row needs only a few table look-ups.
public final class EventNormaliser {
    let schema: TableSchema
    let rules: EventRules
    let resolver: CodeResolver

    private var months = CodeMap<UInt16>()
    private var days = DayRegister()
    /// The names of categories, built only if a code is not in the list.
    private lazy var categoryNames = rules.classification.names
    var categories = CodeMap<CategoryOfCode>()
    /// The meanings of the written codes, which `categories` refers to by position.
    var resolvedCodes: [ResolvedCode] = []
    var datedCodes: DatedCodes
    /// The rows of the batch with a code that was not in use in their month, though it is known where they count.
    var rowsOutsideTime: [(row: Int, code: CodesOutsideTime.Code)] = []
    var codesOutsideTime = CodesOutsideTime()
    /// The category that each unknown label probably stands for; each label is looked up once, and -1 means none.
    var likelyCategories: [String: Int] = [:]
    private var places: RowAreas
    private(set) var cancellations = CodeMap<Bool>()
    private var flagMaps: [(field: Int, bit: UInt16, map: CodeMap<Bool>)]

    /// The facts of the batch's rows; valid for rows that count.
    public let keys: UnsafeMutablePointer<UInt64>
    /// The results of the batch's rows, as bytes; zero for a row that counts.
    public let outcomes: UnsafeMutablePointer<UInt8>
    /// Notes on the batch's sound rows. They do not change where the rows count.
    public private(set) var notes: [RowFault] = []
    let areaOfRow: UnsafeMutablePointer<Int32>

    /// The field with the time of the event.
    let dateField: Int?

    static let unknownCategory: Int32 = -1
    static let categoryOutOfScope: Int32 = -2

    /// Creates a normaliser for one extract with batches of at most `capacity` rows.
    public init(schema: TableSchema, rules: EventRules, capacity: Int) {
        self.schema = schema
        self.rules = rules
        resolver = CodeResolver(rules.classification)
        datedCodes = DatedCodes(rules.classification, isSensitive: schema.sensitive)
        places = RowAreas(schema: schema, rules: rules)
        dateField = schema.fields(.date).first ?? schema.fields(.month).first
        flagMaps = schema.fields(.flag).compactMap { field in
            guard let bit = rules.flags.firstIndex(of: schema.fields[field].flag ?? "") else { return nil }
            return (field, UInt16(1) << UInt16(bit), CodeMap<Bool>())
        }
        keys = .allocate(capacity: capacity)
        keys.initialize(repeating: 0, count: capacity)
        outcomes = .allocate(capacity: capacity)
        outcomes.initialize(repeating: 0, count: capacity)
        areaOfRow = .allocate(capacity: capacity)
        areaOfRow.initialize(repeating: 0, count: capacity)
    }

    deinit {
        keys.deallocate()
        outcomes.deallocate()
        areaOfRow.deallocate()
    }

    /// Returns the result for a row of the batch that was normalised last.
    public func outcome(_ row: Int) -> RowOutcome { RowOutcome(byte: outcomes[row]) }

    /// Normalises the batch; rows that already have a fault stay in quarantine. Returns the new faults that it finds.
    public func normalise(_ batch: RecordBatch, faults: [RowFault]) -> [RowFault] {
        let count = batch.count
        outcomes.update(repeating: RowOutcome.accepted.byte, count: count)
        keys.update(repeating: 0, count: count)
        var found: [RowFault] = []
        addCancellations(batch)
        addMonths(batch, &found)
        addFlags(batch)
        addCategories(batch, &found)
        addAreas(batch, &found)
        if !faults.isEmpty {
            // A location or date that is already at fault is not reported as missing too.
            let faulty = Set(faults.map(\.row))
            found.removeAll { ($0.rule == .areaMissing || $0.field == dateField) && faulty.contains($0.row) }
            // A date at fault does not show whether the code was in use.
            let undated = Set(faults.filter { $0.field == dateField }.map(\.row))
            found.removeAll { $0.rule == .codeNotInUse && undated.contains($0.row) }
        }
        // A fault takes precedence over any other result for the row.
        for fault in faults { outcomes[fault.row] = RowOutcome.quarantined.byte }
        for fault in found { outcomes[fault.row] = RowOutcome.quarantined.byte }
        notes = places.report(batch, outcomes: outcomes)
        noteDays(batch)
        noteCodesOutsideTime(batch)
        return found
    }

    /// Hands over the dates of the sound rows since the last call, and clears them.
    public func takeDays() -> DayCounts { days.take() }

    private func noteDays(_ batch: RecordBatch) {
        guard rules.notesDays, let field = schema.fields(.date).first, let column = batch.coded(field) else { return }
        let type = schema.fields[field].type
        days.note(column, outcomes, batch.count, batch.encoding, missing: schema.missingValues) { type.date($0) }
    }

    private func addCancellations(_ batch: RecordBatch) {
        guard let field = schema.fields(.cancelled).first, let column = batch.coded(field) else { return }
        cancellations.extend(over: column, batch.encoding, missing: schema.missingValues) {
            schema.fields[field].means($0)
        }
        guard cancellations.meanings.contains(true) else { return }
        let cancelled = RowOutcome.cancelled.byte
        cancellations.meanings.withUnsafeBufferPointer { meanings in
            for row in 0..<batch.count where meanings[Int(column.codes[row])] { outcomes[row] = cancelled }
        }
    }

    /// Adds months. A row without a month, or with one out of range, would count nowhere, so it is a fault.
    private func addMonths(_ batch: RecordBatch, _ found: inout [RowFault]) {
        guard let field = dateField, let column = batch.coded(field) else { return }
        let type = schema.fields[field].type
        months.extend(over: column, batch.encoding, missing: schema.missingValues) { text in
            guard let text else { return 0 }
            let month = type.date(text)?.month ?? Month(text)
            return month.flatMap(FactKey.packed) ?? 0
        }
        months.meanings.withUnsafeBufferPointer { meanings in
            for row in 0..<batch.count {
                let month = meanings[Int(column.codes[row])]
                keys[row] |= UInt64(month) << 32
                guard month == 0 else { continue }
                found.append(RowFault(row: row, rule: noMonth(column, row, batch.encoding), field: field))
            }
        }
    }

    private func noMonth(_ column: CodedColumn, _ row: Int, _ encoding: TextEncoding) -> FindingRule {
        let text = column.dictionary.string(Int(column.codes[row]), encoding)
        if schema.missingValues.contains(text) { return .missingRequired }
        return schema.fields(.date).isEmpty ? .invalidMonth : .invalidDate
    }

    private func addFlags(_ batch: RecordBatch) {
        for index in flagMaps.indices {
            let (field, bit, _) = flagMaps[index]
            guard let column = batch.coded(field) else { continue }
            flagMaps[index].map.extend(over: column, batch.encoding, missing: schema.missingValues) {
                schema.fields[field].means($0)
            }
            flagMaps[index].map.meanings.withUnsafeBufferPointer { meanings in
                for row in 0..<batch.count where meanings[Int(column.codes[row])] { keys[row] |= UInt64(bit) }
            }
        }
    }

    private func addAreas(_ batch: RecordBatch, _ found: inout [RowFault]) {
        places.fill(areaOfRow, batch)
        let outside = RowOutcome.outOfScope(.outsideArea).byte
        let nowhere = RowOutcome.outOfScope(.noLocation).byte
        for row in 0..<batch.count {
            let area = areaOfRow[row]
            if area >= 0 {
                keys[row] |= UInt64(area) << 48
            } else if area == AreaCode.outside {
                outcomes[row] = outside
            } else if area == AreaCode.unknown {
                found.append(RowFault(row: row, rule: .unknownArea, field: places.authorityField))
            } else if area == AreaCode.conflict {
                found.append(RowFault(row: row, rule: .areaConflict, field: places.authorityField))
            } else if schema.noArea == .outOfScope {
                outcomes[row] = nowhere
            } else {
                found.append(RowFault(row: row, rule: .areaMissing, field: nil))
            }
        }
    }

    /// Hands over the unlisted LSOAs of sound rows since the last call, and clears them.
    public func takeUnlisted() -> UnlistedLSOAs { places.takeUnlisted() }

    /// Returns a note that says more about a fault in a row of the batch than its rule does.
    public func note(for fault: RowFault, _ batch: RecordBatch) -> String? {
        switch fault.rule {
        case .areaConflict: return places.note(ofConflict: fault.row, batch)
        case .unknownCategory, .codeNotInUse:
            guard let field = fault.field, let column = batch.coded(field), !schema.sensitive else { return nil }
            let code = Int(column.codes[fault.row])
            if case .category(let category) = resolvedCodes[code], fault.rule == .codeNotInUse {
                return rules.classification.note(onUseOf: category)
            }
            return rules.classification.note(onClassOf: column.dictionary.string(code, batch.encoding))
        default: return nil
        }
    }

    /// Returns the names that were probably intended in a row with an unknown name, the likeliest first.
    public func suggestions(for fault: RowFault, value: String) -> [String] {
        switch fault.rule {
        case .unknownCategory: return rules.classification.suggestions(for: value, among: categoryNames)
        case .unknownArea:
            guard case .table(let table) = rules.areas else { return [] }
            return NameIndex(table.areas.map(\.name)).nearest(to: value)
        default: return []
        }
    }
}

extension SchemaField {
    /// Returns whether the text is one of the field's words for yes.
    func means(_ text: String?) -> Bool {
        guard let text, case .boolean(let yes, _) = type else { return false }
        return yes.contains(text)
    }
}
