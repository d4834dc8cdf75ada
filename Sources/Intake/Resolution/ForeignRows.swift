import Core
package import Records

/// Recognises rows that lack the shape of their extract and may belong to a sensitive source, for example because files
/// were joined. Only their line numbers go into quarantine.
package struct ForeignRows {
    /// The fewest columns that an extract of a sensitive source can have; nil if no source is sensitive.
    private let minColumns: Int?

    package init(in plan: PipelinePlan) {
        let sensitive = plan.sources.flatMap(\.schemas).filter(\.sensitive)
        minColumns = sensitive.map { $0.fields.count(where: \.isNeeded) }.min()
    }

    /// Returns whether the bytes of the row at fault show that it may belong to a sensitive source.
    package func mayInclude(_ row: QuarantinedRecord, _ bytes: [UInt8]) -> Bool {
        guard let minColumns, row.faults.contains(where: { Self.shapeRules.contains($0.rule) }) else { return false }
        // Every delimiter is tried, since the row may have another one than the extract.
        return ",;\t|".utf8.contains { delimiter in bytes.count { $0 == delimiter } + 1 >= minColumns }
    }

    private static let shapeRules: Set<FindingRule> = [.fieldCount, .malformedQuoting, .nulByte]
}
