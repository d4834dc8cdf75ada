public import Core

/// Turns treatment rows into episodes of persons. A person is identified by the attributor (initials, date of birth,
/// sex), because the client reference belongs to one agency. Only the attributor's keyed hash is kept. Values are
/// compared as the schema reads them: `f` and `F`, or `M` and a label that is mapped to it, give one person.
public final class EpisodeNormaliser {
    /// The schema by which rows are read.
    public let schema: TableSchema
    let areas: AreaTable
    private let rules: EpisodeRules
    let hasher: IdentifierHasher

    /// The episodes so far; rows refer to them by position.
    public private(set) var episodes: [Episode] = []
    /// The rows so far, in file order.
    public private(set) var rows: [IdentifiedRow] = []

    /// The rows of the last batch that have a modality without a start date; empty unless treatment begins with a
    /// modality.
    public private(set) var rowsWithoutStart: [Int] = []

    /// Creates a normaliser for one extract.
    public init(
        schema: TableSchema, areas: AreaTable, rules: EpisodeRules = EpisodeRules(), hasher: IdentifierHasher
    ) {
        self.schema = schema
        self.areas = areas
        self.rules = rules
        self.hasher = hasher
    }

    /// Normalises the rows that have no fault yet. Returns the new faults that it finds.
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

    /// Hands over the episodes and rows so far, and clears them.
    public func takeRecords() -> (episodes: [Episode], rows: [IdentifiedRow]) {
        defer { (episodes, rows) = ([], []) }
        return (episodes, rows)
    }

    private func take(_ values: RowValues) -> (rule: FindingRule, field: Int?)? {
        guard let triage = values.date(.triage) else { return (.missingRequired, schema.fields(.triage).first) }
        // Every schema of episodes declares a check that the discharge is not before the triage.
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

/// The values of one row by role, for sources with few rows and with rules that span columns.
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

    /// Returns the value of the first field with the role; nil if it is missing.
    func text(_ role: FieldRole) -> String? { schema.fields(role).first.flatMap(text(field:)) }

    /// Returns the values of all fields with the role, nil where they are missing. Dates are in ISO form, so that their
    /// form in the file does not matter.
    func texts(_ role: FieldRole) -> [String?] {
        schema.fields(role).map { field in
            text(field: field).map { schema.fields[field].type.date($0).map(String.init(describing:)) ?? $0 }
        }
    }

    /// Returns the date in the first field with the role.
    func date(_ role: FieldRole) -> CalendarDate? {
        guard let field = schema.fields(role).first else { return nil }
        return text(field: field).flatMap(schema.fields[field].type.date)
    }
}
