import Core
import Records

extension ThresholdBreach {
    /// Returns the breaches of a schema's limits by an extract of `read` rows, in the order of rules and columns.
    static func all(
        in counts: [QuarantinedRecord.Fault: Int], of read: Int, findings: [Finding], schema: TableSchema
    ) -> [ThresholdBreach] {
        let breaches = counts.compactMap { kind, count -> ThresholdBreach? in
            let field = kind.column.flatMap { column in schema.fields.firstIndex { $0.name == column } }
            let consequence = schema.consequence(of: kind.rule, field: field, check: kind.check)
            guard let (severity, limit) = consequence.escalation(count: count, of: read) else { return nil }
            let explanation = kind.check.map { schema.checks[$0].explanation } ?? kind.rule.explanation
            let own = findings.filter {
                $0.rule == kind.rule && (kind.column == nil || $0.column == kind.column)
                    && (kind.check == nil || $0.detail?.hasPrefix(explanation) == true)
            }
            return ThresholdBreach(
                rule: kind.rule, explanation: explanation, column: kind.column, severity: severity, count: count,
                read: read, limit: limit, lines: own.compactMap(\.line).prefix(5).map { $0 })
        }
        return breaches.sorted { ($0.rule.rawValue, $0.column ?? "") < ($1.rule.rawValue, $1.column ?? "") }
    }
}
