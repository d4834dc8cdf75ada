import Core
import Validation

/// Reads the checks that a schema has under `shp: checks:`, and its `primaryKey`. An item is either a check of its own:
///
///     {name: discharge-not-before-triage, field: DISD, not-before: TRIAGED, then: quarantine}
///
/// with exactly one of the keys in `CheckKinds`. Or it sets the consequence of a rule that is always checked, for one
/// field or for all:
///
///     {rule: pattern-mismatch, field: LSOA code, then: quarantine, refuse-above: 5%}
///
/// `then` is `note` (the row is counted and reported), `quarantine` (the row is not counted; the usual consequence),
/// `refuse` (the extract is refused) or `stop` (the run stops). `refuse-above` and `stop-above` set a number or a
/// percentage of the extract's rows. If more rows break the rule, the extract is refused or the run stops.
struct CheckReading {
    let schema: TableSchema
    let primaryKey: YAMLReader?

    static let requirements = CheckKinds.keys
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
            for field in [check.field].compactMap({ $0 }) + check.requirement.otherFields {
                schema.fields[field].isCompared = true
            }
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
        return SchemaCheck(
            name: name.value, field: field, requirement: requirement, consequence: consequence,
            others: requirement.otherFields.map { schema.fields[$0].name })
    }

    private func requirement(_ key: String, _ value: YAMLReader, of field: Int) -> (any CheckKind)? {
        guard let text = value.text()?.value, let kind = CheckKinds.kind(key, text) else { return nil }
        let names = schema.fields.map(\.name)
        return kind.read(
            CheckItem(schema: schema, field: field, key: key, value: text) { fault in
                switch fault {
                case .expected(let what): value.report(.expected(what, found: text))
                case .unknownField: value.report(.unknownName(of: "field", text, known: names))
                case .contradiction(let what): value.report(.contradiction(what))
                }
            })
    }

    func field(_ reader: YAMLReader?) -> Int? {
        guard let reader, let name = reader.text() else { return nil }
        if let field = schema.fields.firstIndex(where: { $0.name == name.value }) { return field }
        reader.report(.unknownName(of: "field", name.value, known: schema.fields.map(\.name)))
        return nil
    }

    // MARK: Unique values

    /// Returns the checks for `unique` and `primaryKey`. Repeated identifiers are not a fault, because a later row
    /// supersedes an earlier one.
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
                    name: "unique", field: index, requirement: UniqueCheck([index]), consequence: consequence(index)))
        }
        let key = primaryKey?.list().compactMap { reader in field(reader).map { (position: $0, reader: reader) } } ?? []
        let positions = key.map(\.position)
        guard !key.isEmpty, Set(positions) != Set(identity) else { return checks }
        for part in key where !schema.fields[part.position].constraints.required {
            part.reader.report(
                .contradiction("a part of the primary key must be required: add 'constraints: {required: true}'"))
        }
        checks.append(
            SchemaCheck(
                name: "primary-key", field: positions.count == 1 ? positions[0] : nil,
                requirement: UniqueCheck(positions),
                consequence: consequence(positions.count == 1 ? positions[0] : nil),
                others: positions.count == 1 ? [] : positions.map { schema.fields[$0].name }))
        return checks
    }
}
