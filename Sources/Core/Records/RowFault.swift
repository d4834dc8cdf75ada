/// A row that has a finding, and which.
public struct RowFault: Hashable, Sendable {
    /// The row's position in its batch.
    public let row: Int
    /// The rule that it breaks.
    public let rule: FindingRule
    /// The schema's field, or nil when it is about the whole row.
    public let field: Int?
    /// The schema's check that fails, or nil when the rule is one that is checked anyway.
    public let check: Int?

    /// A fault from its parts.
    public init(row: Int, rule: FindingRule, field: Int?, check: Int? = nil) {
        self.row = row
        self.rule = rule
        self.field = field
        self.check = check
    }
}
