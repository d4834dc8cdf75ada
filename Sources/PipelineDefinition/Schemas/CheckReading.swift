import Core

/// Reads what a schema says under `shp: checks:`, and its `primaryKey`. An item is either a check of its own,
///
///     {name: discharge-not-before-triage, field: DISD, not-before: TRIAGED, then: quarantine}
///
/// with exactly one of
/// - `not-before`, `not-after`, `before`, `after`: another field of the same type (days, months or numbers);
/// - `not-after: file-name`, `within: file-name`: the day or the months that the file's name gives (`yyyy-mm`, `yyyy-mm-dd`);
/// - `required-with`, `required-unless`: another field that has a value, or has none;
///
/// or it says what comes of a rule that is checked anyway, for one field or for all:
///
///     {rule: pattern-mismatch, field: LSOA code, then: quarantine, refuse-above: 5%}
///
/// `then` is `note` (the row counts, and is told of), `quarantine` (the row is kept out; the usual), `refuse` (the extract
/// is refused) or `stop` (the run stops). `refuse-above` and `stop-above` say how many rows of an extract, or how many per
/// cent, may break it before that.
struct CheckReading {
    let schema: TableSchema
    let primaryKey: YAMLReader?

    static let requirements =
        SchemaCheck.Order.allCases.map(\.rawValue) + ["within", "required-with", "required-unless"]
    static let consequences = ["then", "refuse-above", "stop-above"]

    /// Adds the checks and consequences to the schema.
    func read(_ reader: YAMLReader?, into schema: inout TableSchema) {
        var checks: [SchemaCheck] = []
        var rules: [RuleConsequence] = []
        for item in reader?.list() ?? [] {
            guard
                let mapping = item.mapping(allowing: ["name", "rule", "field"] + Self.requirements + Self.consequences)
            else { continue }
            if mapping["rule"] != nil {
                rules += consequence(mapping, rules).map { [$0] } ?? []
            } else {
                checks += check(mapping, checks).map { [$0] } ?? []
            }
        }
        checks += uniqueChecks(rules)
        schema.checks = checks
        schema.consequences = rules
        for check in checks {
            for field in [check.field].compactMap({ $0 }) + Self.others(check) {
                schema.fields[field].isCompared = true
            }
        }
    }

    private static func others(_ check: SchemaCheck) -> [Int] {
        switch check.requirement {
        case .order(_, let other), .requiredWith(let other), .requiredUnless(let other): [other]
        case .unique(let fields): fields
        case .withinFileName, .notAfterFileName: []
        }
    }

    // MARK: Checks

    private func check(_ mapping: MappingReader, _ earlier: [SchemaCheck]) -> SchemaCheck? {
        guard let name = mapping.text("name"), let field = field(mapping.required("field")) else { return nil }
        if !YAMLReader.isFileName(name.value) {
            mapping["name"]?.report(.expected("a name of small letters, digits and '-'", found: name.value))
        }
        if earlier.contains(where: { $0.name == name.value }) {
            mapping["name"]?.report(.duplicateName(of: "check", name.value))
        }
        let given = Self.requirements.filter { mapping[$0] != nil }
        guard let key = given.first, given.count == 1, let value = mapping[key] else {
            mapping.owner.report(
                .contradiction("a check needs exactly one of " + Self.requirements.joined(separator: ", ")))
            return nil
        }
        guard let requirement = requirement(key, value, of: field) else { return nil }
        let consequence = consequence(mapping, mayNote: true) ?? Consequence(then: .quarantine)
        var check = SchemaCheck(name: name.value, field: field, requirement: requirement, consequence: consequence)
        check = SchemaCheck(
            name: name.value, field: field, requirement: requirement, consequence: consequence,
            others: Self.others(check).map { schema.fields[$0].name })
        return check
    }

    private func requirement(_ key: String, _ value: YAMLReader, of field: Int) -> SchemaCheck.Requirement? {
        let isFileName = value.text()?.value == "file-name"
        if key == "within" || (key == SchemaCheck.Order.notAfter.rawValue && isFileName) {
            guard isFileName else {
                value.report(.expected("file-name", found: value.text()?.value ?? ""))
                return nil
            }
            switch schema.fields[field].type {
            case .date, .yearmonth: return key == "within" ? .withinFileName : .notAfterFileName
            default:
                value.report(.contradiction("'\(schema.fields[field].name)' has neither dates nor months"))
                return nil
            }
        }
        guard let other = self.field(value) else { return nil }
        guard other != field else {
            value.report(.contradiction("'\(schema.fields[field].name)' cannot be compared with itself"))
            return nil
        }
        switch key {
        case "required-with": return .requiredWith(other)
        case "required-unless": return .requiredUnless(other)
        default:
            guard let order = SchemaCheck.Order(rawValue: key) else { return nil }
            guard Self.areComparable(schema.fields[field].type, schema.fields[other].type) else {
                value.report(
                    .contradiction(
                        "'\(schema.fields[field].name)' and '\(schema.fields[other].name)' cannot be compared: both "
                            + "must be dates, or months, or numbers"))
                return nil
            }
            return .order(order, other)
        }
    }

    private static func areComparable(_ a: FieldType, _ b: FieldType) -> Bool {
        switch (a, b) {
        case (.date, .date), (.yearmonth, .yearmonth): true
        case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number): true
        default: false
        }
    }

    func field(_ reader: YAMLReader?) -> Int? {
        guard let reader, let name = reader.text() else { return nil }
        if let field = schema.fields.firstIndex(where: { $0.name == name.value }) { return field }
        reader.report(.unknownName(of: "field", name.value, known: schema.fields.map(\.name)))
        return nil
    }

    // MARK: Unique values

    /// What `unique` and `primaryKey` ask for. Repeats of an identifier are no fault: a later row supersedes an earlier one.
    private func uniqueChecks(_ rules: [RuleConsequence]) -> [SchemaCheck] {
        func consequence(_ field: Int?) -> Consequence {
            let own = rules.first { $0.rule == .notUnique && $0.field == field && field != nil }
            let any = rules.first { $0.rule == .notUnique && $0.field == nil }
            return (own ?? any)?.consequence ?? Consequence(then: .quarantine)
        }
        let identity = schema.identity
        var checks: [SchemaCheck] = []
        for (index, field) in schema.fields.enumerated() where field.constraints.unique && identity != [index] {
            checks.append(
                SchemaCheck(
                    name: "unique", field: index, requirement: .unique([index]), consequence: consequence(index)))
        }
        let key = primaryKey?.list().compactMap { reader in field(reader).map { (position: $0, reader: reader) } } ?? []
        let positions = key.map(\.position)
        guard !key.isEmpty, Set(positions) != Set(identity) else { return checks }
        for part in key where !schema.fields[part.position].constraints.required {
            part.reader.report(
                .contradiction("a part of the primary key must be there: give it 'constraints: {required: true}'"))
        }
        checks.append(
            SchemaCheck(
                name: "primary-key", field: positions.count == 1 ? positions[0] : nil, requirement: .unique(positions),
                consequence: consequence(positions.count == 1 ? positions[0] : nil),
                others: positions.count == 1 ? [] : positions.map { schema.fields[$0].name }))
        return checks
    }
}
