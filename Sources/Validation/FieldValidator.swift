import Core

/// All rules of one field.
struct FieldValidator: Sendable {
    let field: SchemaField
    private let missingValues: Set<String>
    private let checks: [any ValueCheck]
    /// Whether values may be error messages and formulas of a workbook.
    private let isOfCells: Bool
    /// The field's pattern, when it is the field's only rule and can be compared with bytes.
    let onlyPattern: FixedPattern?

    init(field: SchemaField, missingValues: Set<String>, isOfCells: Bool = false) {
        self.field = field
        self.isOfCells = isOfCells && field.isNeeded
        self.missingValues = missingValues
        let constraints = field.constraints
        var checks: [any ValueCheck] = []
        if case .string = field.type {} else { checks.append(TypeCheck(type: field.type)) }
        if let allowed = constraints.enumeration {
            checks.append(EnumerationCheck(allowed: Set(allowed), ignoresCase: field.role == .missingReason))
        }
        let pattern = constraints.pattern.flatMap(PatternCheck.init)
        if let pattern { checks.append(pattern) }
        if constraints.minimum != nil || constraints.maximum != nil {
            checks.append(RangeCheck(type: field.type, minimum: constraints.minimum, maximum: constraints.maximum))
        }
        if constraints.minLength != nil || constraints.maxLength != nil {
            checks.append(LengthCheck(range: (constraints.minLength ?? 0)...(constraints.maxLength ?? .max)))
        }
        self.checks = checks
        // A word for a missing value may match the pattern. Then matching bytes do not show that the value is sound.
        let isOnly =
            !isOfCells && checks.count == 1 && !field.isTranslated
            && missingValues.allSatisfy { pattern?.fault(in: $0) != nil }
        onlyPattern = isOnly ? pattern?.fixed : nil
    }

    /// Whether any value could be at fault.
    var canFault: Bool { isOfCells || field.constraints.required || !checks.isEmpty }

    /// Returns the first rule that the value breaks; nil when it breaks none.
    func fault(in value: String) -> FindingRule? {
        if missingValues.contains(value) { return field.constraints.required ? .missingRequired : nil }
        if isOfCells, ValueHint.isCellWithoutValue(value) { return .cellWithoutValue }
        let value = field.plainNumber(field.value(of: value))
        for check in checks { if let fault = check.fault(in: value) { return fault } }
        return nil
    }
}
