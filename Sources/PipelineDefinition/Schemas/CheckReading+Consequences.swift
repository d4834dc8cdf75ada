import Core
import Validation

extension CheckReading {
    /// Reads an item that sets the consequence of a rule that is always checked.
    func consequence(_ mapping: MappingReader, _ earlier: [RuleConsequence]) -> RuleConsequence? {
        guard let rule = mapping["rule"]?.choice(FindingRule.self, named: "rule") else { return nil }
        for key in Self.requirements + ["name"] where mapping[key] != nil {
            mapping[key]?.report(.contradiction("'\(key)' belongs in a separate check without 'rule'"))
        }
        if CheckKinds.isDeclared(rule) {
            mapping["rule"]?.report(
                .contradiction("'\(rule.rawValue)' is found by a check of the schema: write 'then' into that check"))
            return nil
        }
        let field = field(mapping["field"])
        if mapping["field"] != nil, field == nil { return nil }
        if let field, !canBreak(rule, field) {
            mapping["field"]?.report(
                .contradiction(
                    "'\(schema.fields[field].name)' cannot break \(rule.rawValue): it has no such constraint"))
        }
        if earlier.contains(where: { $0.rule == rule && $0.field == field }) {
            mapping["rule"]?.report(.duplicateName(of: "rule", rule.rawValue))
        }
        let given = consequence(mapping, mayNote: mayNote(rule, field))
        guard let consequence = given else {
            mapping.owner.report(.contradiction("a rule needs 'then', 'refuse-above' or 'stop-above'"))
            return nil
        }
        if rule == .areaConflict, (consequence.then == .quarantine) != (schema.areaFrom == .neither),
            consequence.then <= .quarantine
        {
            mapping["then"]?.report(
                .contradiction(
                    "'area-from' says whether such a row counts: write 'area-from: neither' if such rows must not count"
                ))
        }
        if !rule.concernsRows, consequence.then == .quarantine {
            mapping["then"]?.report(
                .contradiction("'\(rule.rawValue)' is about the file, not about a row: write note, refuse or stop"))
        }
        return RuleConsequence(rule: rule, field: field, consequence: consequence)
    }

    /// Reads the consequence in the mapping; nil when it has none.
    func consequence(_ mapping: MappingReader, mayNote: Bool) -> Consequence? {
        guard Self.consequences.contains(where: { mapping[$0] != nil }) else { return nil }
        let rule = mapping["rule"]?.text().flatMap { FindingRule(rawValue: $0.value) }
        let isConflict = rule == .areaConflict && schema.areaFrom == .neither
        let usual: FindingSeverity = rule?.quarantines == false && !isConflict ? .note : .quarantine
        let then = mapping["then"]?.choice(FindingSeverity.self, named: "severity") ?? usual
        if then == .note, !mayNote {
            mapping["then"]?.report(
                .contradiction(
                    "a row cannot count without this value, so the finding cannot be a note: write quarantine, refuse or stop"
                ))
        }
        let consequence = Consequence(
            then: then, refuseAbove: limit(mapping["refuse-above"]), stopAbove: limit(mapping["stop-above"]))
        if then >= .refuse, consequence.refuseAbove != nil {
            mapping["refuse-above"]?.report(
                .contradiction("'then: \(then.rawValue)' acts on the first finding: remove 'refuse-above'"))
        }
        if then == .stop, consequence.stopAbove != nil {
            mapping["stop-above"]?.report(.contradiction("'then: stop' acts on the first finding: remove 'stop-above'"))
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

    /// Whether a row that breaks the rule can still be counted, because everything that figures need can be read.
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

    /// Whether the field has a constraint that the rule checks.
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
