public import Core

extension TableSchema {
    /// Returns what to do about a finding: what has probably happened to the value, what the schema accepts in its
    /// place, and advice. Nil where the rule's explanation already says it.
    public func remedy(for finding: Finding) -> String? {
        let field = finding.column.flatMap { name in fields.first { $0.name == name } }
        var parts: [String] = []
        if let value = finding.value, let field,
            let hint = ValueHint.of(value, breaking: finding.rule, type: field.type)
        {
            parts.append(hint)
        }
        if let column = reasonColumn(finding, field) { parts.append("it is a reason, which belongs in '\(column)'") }
        if let nearest = finding.suggestion ?? nearest(finding, field) { parts.append("did you mean '\(nearest)'?") }
        if let field, let accepted = accepted(finding.rule, field) { parts.append(accepted) }
        if let advice = advice(finding.rule, field) ?? mapping(finding.rule, field) { parts.append(advice) }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// Returns the name of the column for reasons, when the column for values holds a reason.
    private func reasonColumn(_ finding: Finding, _ field: SchemaField?) -> String? {
        guard field?.role == .value, let value = finding.value?.lowercased(),
            let reason = fields.first(where: { $0.role == .missingReason }),
            reason.constraints.enumeration?.contains(where: { $0.lowercased() == value }) == true
        else { return nil }
        return reason.name
    }

    /// Returns the accepted value that was probably intended: the nearest one in a list, or the value with corrected
    /// case, blanks or digits.
    private func nearest(_ finding: Finding, _ field: SchemaField?) -> String? {
        guard let value = finding.value, let field, !value.isEmpty else { return nil }
        switch finding.rule {
        case .notInEnumeration: return NearestName.of(value, among: field.constraints.enumeration ?? [])
        case .invalidBoolean:
            guard case .boolean(let yes, let no) = field.type else { return nil }
            return (yes.union(no)).sorted().first { $0.lowercased() == value.lowercased() }
        case .patternMismatch:
            guard let pattern = field.constraints.pattern.flatMap(PatternCheck.init) else { return nil }
            let trimmed = value.drop { $0.isWhitespace }
            let core = trimmed.dropLast(trimmed.reversed().prefix { $0.isWhitespace }.count)
            // The letter O is read as a zero, and I or l as a one.
            let digits = String(core.map { "Oo".contains($0) ? "0" : "Il".contains($0) ? "1" : $0 })
            return [String(core), core.uppercased(), core.lowercased(), digits].first {
                $0 != value && pattern.fault(in: $0) == nil
            }
        default: return nil
        }
    }

    private func accepted(_ rule: FindingRule, _ field: SchemaField) -> String? {
        let constraints = field.constraints
        switch rule {
        case .invalidDate:
            guard case .date(let forms) = field.type else { return nil }
            return "accepted: " + forms.map(\.text).joined(separator: ", ")
        case .invalidMonth: return "accepted: yyyy-mm"
        case .invalidNumber: return "accepted: " + acceptedNumbers(field)
        case .invalidBoolean:
            guard case .boolean(let yes, let no) = field.type else { return nil }
            return "accepted: " + (yes.sorted() + no.sorted()).joined(separator: ", ")
        case .patternMismatch: return constraints.pattern.map { "accepted: \($0)" }
        case .notInEnumeration: return constraints.enumeration.map { "accepted: " + $0.joined(separator: ", ") }
        case .belowMinimum: return constraints.minimum.map { "accepted: \($0) or more" }
        case .aboveMaximum: return constraints.maximum.map { "accepted: \($0) or less" }
        case .wrongLength:
            switch (constraints.minLength, constraints.maxLength) {
            case (let fewest?, let most?): return "accepted: \(fewest) to \(most) characters"
            case (let fewest?, nil): return "accepted: \(fewest) characters or more"
            case (nil, let most?): return "accepted: at most \(most) characters"
            case (nil, nil): return nil
            }
        default: return nil
        }
    }

    /// Returns how to map an exporter's own label to a value of the schema.
    private func mapping(_ rule: FindingRule, _ field: SchemaField?) -> String? {
        guard rule == .notInEnumeration, let field,
            case .string = field.type, let role = field.role, records.rules.mapped.contains(role)
        else { return nil }
        return "if the exporting system has its own labels, list them in a table (columns from,to) and write "
            + "'mappings: {\(field.name): TABLE.csv}' under the source in the definition"
    }

    /// Returns which numbers are accepted: digits, and what else the schema allows. For a return, this includes what to
    /// write where there is no number.
    private func acceptedNumbers(_ field: SchemaField) -> String {
        var text = "digits, with '.' before decimals"
        if let separator = field.groupSeparator { text += ", '\(separator)' between thousands" }
        if field.allowsPercentSign { text += ", '%' after a share" }
        guard field.role == .value, let reason = fields.first(where: { $0.role == .missingReason }) else { return text }
        let reasons = (reason.constraints.enumeration ?? []).map { "'\($0)'" }.joined(separator: ", ")
        return text + "; where there is no number, leave the column empty and write the reason in '\(reason.name)'"
            + (reasons.isEmpty ? "" : ": \(reasons)")
    }

    /// Returns what to do about rules that are not about the form of a single value.
    private func advice(_ rule: FindingRule, _ field: SchemaField?) -> String? {
        switch rule {
        case .unknownArea where field?.role == .csp:
            "if the name is genuine, add it with its partnership to the table that the source's 'mappings' has for '\(field?.name ?? "")'"
        case .missingRequired: "ask the partner for the value"
        case .unknownArea:
            "if the name is genuine, add it to the table of areas, or to its area's aliases in that table"
        case .areaMissing: "ask the partner for the place"
        case .unknownColumn: "if it is a column of the schema under another name, add that name to the column's aliases"
        default: CheckKinds.advice(rule)
        }
    }
}
