import Core
package import Records

/// Rows that do not have the shape of their extract and may be rows of a sensitive source that got into it, as when files
/// are joined. They are quarantined by line alone.
package struct ForeignRows {
    /// The fewest columns that an extract of a sensitive source has; nil when no source is sensitive.
    private let minColumns: Int?

    package init(in plan: PipelinePlan) {
        let sensitive = plan.sources.flatMap(\.schemas).filter(\.sensitive)
        minColumns = sensitive.map { $0.fields.count(where: \.isNeeded) }.min()
    }

    /// Whether the row at fault may be one, by its bytes.
    package func mayInclude(_ row: QuarantinedRecord, _ bytes: [UInt8]) -> Bool {
        guard let minColumns, row.faults.contains(where: { Self.shapeRules.contains($0.rule) }) else { return false }
        // By any delimiter, since it need not be that of the extract.
        return ",;\t|".utf8.contains { delimiter in bytes.count { $0 == delimiter } + 1 >= minColumns }
    }

    private static let shapeRules: Set<FindingRule> = [.fieldCount, .malformedQuoting, .nulByte]
}
