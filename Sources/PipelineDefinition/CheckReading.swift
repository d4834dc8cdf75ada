import Tabular

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

    private static let requirements =
        SchemaCheck.Order.allCases.map(\.rawValue) + ["within", "required-with", "required-unless"]
    private static let consequences = ["then", "refuse-above", "stop-above"]

    /// Adds the checks and consequences to the schema.
    func read(_ reader: YAMLReader?, into schema: inout TableSchema) {
        var checks: [SchemaCheck] = []
        var rules: [RuleConsequence] = []
        for item in reader?.list() ?? [] {
            guard let mapping = item.mapping(allowing: ["name", "rule", "field"] + Self.requirements + Self.consequences)
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
        if !PipelineDefinition.isFileName(name.value) {
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

    private func field(_ reader: YAMLReader?) -> Int? {
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

    // MARK: Consequences

    private func consequence(_ mapping: MappingReader, _ earlier: [RuleConsequence]) -> RuleConsequence? {
        guard let rule = mapping["rule"]?.choice(FindingRule.self, named: "rule") else { return nil }
        for key in Self.requirements + ["name"] where mapping[key] != nil {
            mapping[key]?.report(.contradiction("'\(key)' belongs to a check of its own, which names no 'rule'"))
        }
        if [.outOfOrder, .outsideFilePeriod, .requiredBesideOther].contains(rule) {
            mapping["rule"]?.report(
                .contradiction("'\(rule.rawValue)' is what a check of the schema finds: write 'then' into that check"))
            return nil
        }
        let field = field(mapping["field"])
        if mapping["field"] != nil, field == nil { return nil }
        if let field, !canBreak(rule, field) {
            mapping["field"]?.report(
                .contradiction("'\(schema.fields[field].name)' cannot break \(rule.rawValue): nothing of it asks for that"))
        }
        if earlier.contains(where: { $0.rule == rule && $0.field == field }) {
            mapping["rule"]?.report(.duplicateName(of: "rule", rule.rawValue))
        }
        let given = consequence(mapping, mayNote: mayNote(rule, field))
        guard let consequence = given else {
            mapping.owner.report(.contradiction("a rule needs 'then', 'refuse-above' or 'stop-above'"))
            return nil
        }
        if !rule.concernsRows, consequence.then == .quarantine {
            mapping["then"]?.report(
                .contradiction("'\(rule.rawValue)' is about the file, not about a row: write note, refuse or stop"))
        }
        return RuleConsequence(rule: rule, field: field, consequence: consequence)
    }

    /// Nil when the mapping says nothing of consequences.
    private func consequence(_ mapping: MappingReader, mayNote: Bool) -> Consequence? {
        guard Self.consequences.contains(where: { mapping[$0] != nil }) else { return nil }
        let rule = mapping["rule"]?.text().flatMap { FindingRule(rawValue: $0.value) }
        let usual: FindingSeverity = rule?.quarantines == false ? .note : .quarantine
        let then = mapping["then"]?.choice(FindingSeverity.self, named: "severity") ?? usual
        if then == .note, !mayNote {
            mapping["then"]?.report(
                .contradiction(
                    "a row cannot count without this value, so it cannot be a note: write quarantine, refuse or stop"))
        }
        let consequence = Consequence(
            then: then, refuseAbove: limit(mapping["refuse-above"]), stopAbove: limit(mapping["stop-above"]))
        if then >= .refuse, consequence.refuseAbove != nil {
            mapping["refuse-above"]?.report(.contradiction("'then: \(then.rawValue)' does not wait for so many"))
        }
        if then == .stop, consequence.stopAbove != nil {
            mapping["stop-above"]?.report(.contradiction("'then: stop' does not wait for so many"))
        }
        return consequence
    }

    private func limit(_ reader: YAMLReader?) -> FaultLimit? {
        guard let reader, let text = reader.text()?.value else { return nil }
        if text.hasSuffix("%"), let share = Rational(decimal: text.dropLast()), share >= Rational(0),
            share < Rational(100)
        {
            return .percent(share)
        }
        if let rows = Int(text), rows >= 0 { return .rows(rows) }
        reader.report(.expected("a share such as 5% or a number of rows", found: text))
        return nil
    }

    /// Whether a row can count although it breaks the rule: nothing that its figures need is unreadable or unknown.
    private func mayNote(_ rule: FindingRule, _ field: Int?) -> Bool {
        guard rule.quarantines else { return true }
        let fields = field.map { [$0] } ?? schema.fields.indices.filter { canBreak(rule, $0) }
        switch rule {
        case .notUnique, .belowMinimum, .aboveMaximum: return true
        case .patternMismatch, .notInEnumeration, .wrongLength, .missingRequired:
            return fields.allSatisfy { [nil, .identifier].contains(schema.fields[$0].role) }
        case .invalidDate, .invalidMonth, .invalidNumber, .invalidBoolean:
            return fields.allSatisfy { schema.fields[$0].role == nil }
        default: return false
        }
    }

    /// Whether anything asks of the field what the rule is about.
    private func canBreak(_ rule: FindingRule, _ field: Int) -> Bool {
        let (type, constraints) = (schema.fields[field].type, schema.fields[field].constraints)
        switch rule {
        case .missingRequired: return constraints.required || [.date, .month].contains(schema.fields[field].role)
        case .patternMismatch: return constraints.pattern != nil
        case .notInEnumeration: return constraints.enumeration != nil
        case .belowMinimum: return constraints.minimum != nil
        case .aboveMaximum: return constraints.maximum != nil
        case .wrongLength: return constraints.minLength != nil || constraints.maxLength != nil
        case .notUnique:
            let key = primaryKey?.list() ?? []
            if key.count == 1, key[0].text()?.value == schema.fields[field].name { return true }
            return constraints.unique
        case .invalidDate: if case .date = type { return true }
        case .invalidMonth: if case .yearmonth = type { return true }
        case .invalidBoolean: if case .boolean = type { return true }
        case .invalidNumber:
            switch type {
            case .integer, .number: return true
            default: return false
            }
        default: return schema.fields[field].role != nil
        }
        return false
    }
}
