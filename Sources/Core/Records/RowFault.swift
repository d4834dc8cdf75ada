/// A row with a finding, and the rule that the row breaks.
public struct RowFault: Hashable, Sendable {
    /// The row's position in its batch.
    public let row: Int
    /// The rule that the row breaks.
    public let rule: FindingRule
    /// The position of the schema's field, or nil when the fault is about the whole row.
    public let field: Int?
    /// The position of the schema's check that failed, or nil for a rule that is always checked.
    public let check: Int?

    /// Creates a fault from its parts.
    public init(row: Int, rule: FindingRule, field: Int?, check: Int? = nil) {
        self.row = row
        self.rule = rule
        self.field = field
        self.check = check
    }
}
