/// A check that spans fields of a row, rows of an extract, or a row and the name of its file: what no constraint of a
/// single value can say.
public struct SchemaCheck: Hashable, Sendable {
    /// What is asked of the field's value. Other fields are positions in the schema.
    public enum Requirement: Hashable, Sendable {
        /// It stands so to another field's value: days, months or numbers. Times of the day do not count.
        case order(Order, Int)
        /// It lies in the months that the file's name gives (`2014-04-cleveland-street.csv`).
        case withinFileName
        /// It does not lie after the day, or the month, that the file's name begins with or holds.
        case notAfterFileName
        /// It is there when the other field has a value, or when the other has none.
        case requiredWith(Int)
        case requiredUnless(Int)
        /// The values of these fields together stand in no earlier row of the extract.
        case unique([Int])
    }

    /// How two values may stand to each other.
    public enum Order: String, CaseIterable, Sendable {
        case notBefore = "not-before"
        case notAfter = "not-after"
        case after, before

        /// Whether `value` stands so to `other`.
        public func holds<Value: Comparable>(_ value: Value, _ other: Value) -> Bool {
            switch self {
            case .notBefore: value >= other
            case .notAfter: value <= other
            case .after: value > other
            case .before: value < other
            }
        }
    }

    /// The name that the schema gives it.
    public let name: String
    /// The field that is at fault where the check fails; nil for a key of several fields.
    public let field: Int?
    /// What is asked.
    public let requirement: Requirement
    /// What comes of failing.
    public var consequence: Consequence
    /// The names of the other fields, for messages.
    public let others: [String]

    /// A check from its parts.
    public init(
        name: String, field: Int?, requirement: Requirement, consequence: Consequence = Consequence(then: .quarantine),
        others: [String] = []
    ) {
        self.name = name
        self.field = field
        self.requirement = requirement
        self.consequence = consequence
        self.others = others
    }

    /// The rule that a row breaks where the check fails.
    public var rule: FindingRule {
        switch requirement {
        case .order: .outOfOrder
        case .withinFileName, .notAfterFileName: .outsideFilePeriod
        case .requiredWith, .requiredUnless: .requiredBesideOther
        case .unique: .notUnique
        }
    }

    /// What is wrong where the check fails, for people.
    public var explanation: String {
        let other = others.map { "'\($0)'" }.joined(separator: ", ")
        let what =
            switch requirement {
            case .order(.notBefore, _): "the value lies before that of \(other)"
            case .order(.notAfter, _): "the value lies after that of \(other)"
            case .order(.after, _): "the value does not lie after that of \(other)"
            case .order(.before, _): "the value does not lie before that of \(other)"
            case .withinFileName: "the value lies outside the months that the file's name gives"
            case .notAfterFileName: "the value lies after the date in the file's name"
            case .requiredWith: "a value must be there, since \(other) has one"
            case .requiredUnless: "a value must be there, since \(other) has none"
            case .unique where others.isEmpty: "the value stands in an earlier row already"
            case .unique: "the values of \(other) stand together in an earlier row already"
            }
        return "\(what) (check \(name))"
    }

    /// Whether the check needs months or a day in the name of the file.
    public var readsFileName: Bool { requirement == .withinFileName || requirement == .notAfterFileName }
}

/// What the schema says of a rule that the program checks anyway.
public struct RuleConsequence: Hashable, Sendable {
    /// The rule.
    public let rule: FindingRule
    /// The field that it is about; nil for every field.
    public let field: Int?
    /// What comes of breaking it.
    public let consequence: Consequence

    /// A consequence from its parts.
    public init(rule: FindingRule, field: Int?, consequence: Consequence) {
        self.rule = rule
        self.field = field
        self.consequence = consequence
    }
}

extension TableSchema {
    /// What comes of a fault: of the check, else of the rule for that field, else of the rule for any field.
    public func consequence(of rule: FindingRule, field: Int?, check: Int?) -> Consequence {
        if let check { return checks[check].consequence }
        let own = consequences.first { $0.rule == rule && $0.field == field && field != nil }
        let any = consequences.first { $0.rule == rule && $0.field == nil }
        return (own ?? any)?.consequence ?? Consequence(then: rule.quarantines ? .quarantine : .note)
    }

    /// The fields that together tell one record from the others. Rows that repeat them are superseded, which is no fault.
    public var identity: [Int] { records.rules.identity.flatMap { fields($0) } }
}
