public import Core

/// Turns treatment rows into episodes of persons. The person is known by the attributor (initials, date of birth, sex),
/// since the client reference is local to an agency; only its keyed hash is kept. Values are compared as the schema reads
/// them, so that `f` and `F`, or `M` and what a mapping says that it stands for, are one person.
public final class EpisodeNormaliser {
    /// What its rows are read by.
    public let schema: TableSchema
    let areas: AreaTable
    private let rules: EpisodeRules
    let hasher: IdentifierHasher

    /// The episodes so far; rows point at them by position.
    public private(set) var episodes: [Episode] = []
    /// The rows so far, in file order.
    public private(set) var rows: [IdentifiedRow] = []

    /// The rows of the last batch whose modality has no start, although treatment begins with it.
    public private(set) var rowsWithoutStart: [Int] = []

    /// A normaliser for one extract.
    public init(
        schema: TableSchema, areas: AreaTable, rules: EpisodeRules = EpisodeRules(), hasher: IdentifierHasher
    ) {
        self.schema = schema
        self.areas = areas
        self.rules = rules
        self.hasher = hasher
    }

    /// Normalises the rows that have no fault yet. Returns the faults that it finds itself.
    public func normalise(_ batch: RecordBatch, faulty: (Int) -> Bool) -> [RowFault] {
        var found: [RowFault] = []
        rowsWithoutStart.removeAll(keepingCapacity: true)
        for row in 0..<batch.count where !faulty(row) {
            if let fault = take(RowValues(batch: batch, row: row, schema: schema)) {
                found.append(RowFault(row: row, rule: fault.rule, field: fault.field))
            }
        }
        return found
    }

    /// Hands over what was normalised so far, and forgets it.
    public func takeRecords() -> (episodes: [Episode], rows: [IdentifiedRow]) {
        defer { (episodes, rows) = ([], []) }
        return (episodes, rows)
    }

    private func take(_ values: RowValues) -> (rule: FindingRule, field: Int?)? {
        guard let triage = values.date(.triage) else { return (.missingRequired, schema.fields(.triage).first) }
        // That it does not lie before the triage is a check that every schema of episodes declares.
        let discharge = values.date(.discharge)

        var outcome = RowOutcome.accepted
        var area = AreaCode.missing
        if let name = values.text(.localAuthority) { area = areas.code(ofAuthority: name) }
        switch area {
        case AreaCode.missing:
            guard schema.noArea == .outOfScope else { return (.areaMissing, nil) }
            outcome = .outOfScope(.noLocation)
        case AreaCode.outside: outcome = .outOfScope(.outsideArea)
        case AreaCode.unknown: return (.unknownArea, schema.fields(.localAuthority).first)
        default: break
        }
        let modalityStart = values.date(.modalityStart)
        if outcome == .accepted, rules.entry == .modality, modalityStart == nil {
            outcome = .outOfScope(.notStarted)
            if values.text(.modality) != nil, values.text(.consent) != "N" { rowsWithoutStart.append(values.row) }
        }
        if values.text(.consent) == "N" { outcome = .outOfScope(.consentWithheld) }

        let person = hasher.key(values.texts(.attributor).map { $0 ?? "" })
        let identity = hasher.key([
            values.text(.agency) ?? "", values.text(.client) ?? "", values.text(.episode) ?? "",
            values.text(.modality) ?? "", modalityStart.map(String.init(describing:)) ?? "",
        ])
        let reason = values.text(.dischargeReason)
        let successful = schema.fields(.dischargeReason).contains {
            schema.fields[$0].successful.contains(reason ?? "")
        }
        let drugs = values.texts(.drug).compactMap { $0.flatMap { UInt16($0) } }
        let episode = Episode(
            person: person, area: max(0, Int(area)), triage: triage,
            entry: rules.entry == .modality ? modalityStart : triage, discharge: discharge, successful: successful,
            drugs: drugs)
        rows.append(
            IdentifiedRow(
                identity: identity, payload: UInt64(episodes.count), line: values.line, outcome: outcome))
        episodes.append(episode)
        return nil
    }
}

/// The values of one row by role, for the sources whose rows are few and whose rules span columns.
struct RowValues {
    let batch: RecordBatch
    let row: Int
    let schema: TableSchema

    var line: UInt32 { batch.lines[row] }

    private func text(field: Int) -> String? {
        guard case .coded(let column) = batch.columns[field] else { return nil }
        let text = column.dictionary.string(Int(column.codes[row]), batch.encoding)
        return schema.missingValues.contains(text) ? nil : schema.fields[field].value(of: text)
    }

    /// The value of the first field with the role; nil when it is missing.
    func text(_ role: FieldRole) -> String? { schema.fields(role).first.flatMap(text(field:)) }

    /// The values of all fields with the role, nil where they are missing; dates in ISO form, so that forms do not matter.
    func texts(_ role: FieldRole) -> [String?] {
        schema.fields(role).map { field in
            text(field: field).map { schema.fields[field].type.date($0).map(String.init(describing:)) ?? $0 }
        }
    }

    /// The date in the first field with the role.
    func date(_ role: FieldRole) -> CalendarDate? {
        guard let field = schema.fields(role).first else { return nil }
        return text(field: field).flatMap(schema.fields[field].type.date)
    }
}
