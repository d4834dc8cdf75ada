/// A check across fields of a row, across rows of an extract, or between a row and the name of its file. Constraints of
/// a single value cannot express it.
public struct SchemaCheck: Sendable {
    /// The check's name in the schema.
    public let name: String
    /// The field that is at fault where the check fails; nil for a key of several fields.
    public let field: Int?
    /// What is required.
    public let requirement: any CheckRequirement
    /// The result when the check fails.
    public var consequence: Consequence
    /// The names of the other fields, for messages.
    public let others: [String]

    /// Creates a check from its parts.
    public init(
        name: String, field: Int?, requirement: any CheckRequirement,
        consequence: Consequence = Consequence(then: .quarantine), others: [String] = []
    ) {
        self.name = name
        self.field = field
        self.requirement = requirement
        self.consequence = consequence
        self.others = others
    }

    /// The rule that a row breaks where the check fails.
    public var rule: FindingRule { requirement.rule }

    /// What is wrong where the check fails, for people.
    public var explanation: String {
        "\(requirement.explanation(others: others.map { "'\($0)'" }.joined(separator: ", "))) (check \(name))"
    }

    /// Whether the check needs months or a day in the name of the file.
    public var readsFileName: Bool { requirement.readsFileName }
}

/// What a check requires of its field's value. The kinds are in the table `CheckKinds`. Positions are positions of the
/// schema's fields.
public protocol CheckRequirement: Sendable {
    /// The rule that a row breaks where the check fails.
    var rule: FindingRule { get }
    /// Returns what is wrong where the check fails, for people. `others` holds the other fields' names in quotation
    /// marks, and may be empty.
    func explanation(others: String) -> String
    /// The positions of the other fields that the check reads.
    var otherFields: [Int] { get }
    /// Whether the requirement needs months or a day in the name of the file.
    var readsFileName: Bool { get }
}

extension CheckRequirement {
    public var otherFields: [Int] { [] }
    public var readsFileName: Bool { false }
}

/// What the schema says about a rule that the program always checks.
public struct RuleConsequence: Hashable, Sendable {
    /// The rule.
    public let rule: FindingRule
    /// The field that the rule is about; nil for every field.
    public let field: Int?
    /// The result of breaking the rule.
    public let consequence: Consequence

    /// Creates a consequence from its parts.
    public init(rule: FindingRule, field: Int?, consequence: Consequence) {
        self.rule = rule
        self.field = field
        self.consequence = consequence
    }
}

extension TableSchema {
    /// Returns the result of a fault: the check's own result, otherwise the rule's result for the field, otherwise the
    /// rule's result for any field.
    public func consequence(of rule: FindingRule, field: Int?, check: Int?) -> Consequence {
        if let check { return checks[check].consequence }
        let own = consequences.first { $0.rule == rule && $0.field == field && field != nil }
        let any = consequences.first { $0.rule == rule && $0.field == nil }
        return (own ?? any)?.consequence ?? Consequence(then: rule.quarantines ? .quarantine : .note)
    }

    /// The fields that together identify a record. Rows with the same values in these fields are about the same record.
    public var identity: [Int] { records.rules.identity.flatMap { fields($0) } }
}
