import Core

/// Two fields of a row against each other.
struct RelationCheck {
    private let check: Int
    private let rule: FindingRule
    private let field: Int
    private let relation: Relation

    private enum Relation {
        case order(SchemaCheck.Order, other: Int)
        /// Whether the other field has a value when this one must have one.
        case required(other: Int, whenPresent: Bool)
    }

    /// Nil when the check is of another kind.
    init?(check: Int, schema: TableSchema) {
        let declared = schema.checks[check]
        guard let field = declared.field else { return nil }
        switch declared.requirement {
        case .order(let order, let other): relation = .order(order, other: other)
        case .requiredWith(let other): relation = .required(other: other, whenPresent: true)
        case .requiredUnless(let other): relation = .required(other: other, whenPresent: false)
        case .withinFileName, .notAfterFileName, .unique: return nil
        }
        self.check = check
        self.field = field
        rule = declared.rule
    }

    /// The fields whose values must be read as something that can be compared.
    var comparedFields: [Int] { if case .order(_, let other) = relation { [field, other] } else { [] } }

    func faults(
        in batch: RecordBatch, _ columns: [Int: OrderedColumn], isMissing: (Int, Int) -> Bool,
        _ faults: inout [RowFault]
    ) {
        for row in 0..<batch.count where !holds(row, batch, columns, isMissing) {
            faults.append(RowFault(row: row, rule: rule, field: field, check: check))
        }
    }

    private func holds(
        _ row: Int, _ batch: RecordBatch, _ columns: [Int: OrderedColumn], _ isMissing: (Int, Int) -> Bool
    ) -> Bool {
        switch relation {
        case .order(let order, let other):
            guard let value = columns[field]?.value(row, in: batch), let that = columns[other]?.value(row, in: batch)
            else { return true }
            return order.holds(value, that)
        case .required(let other, let whenPresent):
            return isMissing(other, row) == whenPresent || !isMissing(field, row)
        }
    }
}
