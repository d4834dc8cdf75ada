import Core

/// What schemas say of rows whose columns contradict each other about the place.
extension SchemaReading {
    /// `lsoa`, `authority` or `neither`: of rows that may have both.
    static func areaFrom(_ reader: YAMLReader?, _ schema: TableSchema) -> TableSchema.AreaFrom {
        guard let reader else { return .lsoa }
        let hasLSOA = !schema.fields(.lsoa).isEmpty || !schema.fields(.lsoaName).isEmpty
        if !schema.records.rules.place.contains(.lsoa) || !hasLSOA || schema.fields(.localAuthority).isEmpty {
            reader.report(
                .contradiction("'area-from' is for events with an LSOA and a local authority, and the schema lacks one")
            )
        }
        return reader.choice(TableSchema.AreaFrom.self, named: "rule") ?? .lsoa
    }

    /// A conflict is a note, unless neither of the two columns counts.
    static func quarantineConflicts(_ schema: inout TableSchema) {
        guard schema.areaFrom == .neither, !schema.consequences.contains(where: { $0.rule == .areaConflict }) else {
            return
        }
        schema.consequences.append(
            RuleConsequence(rule: .areaConflict, field: nil, consequence: Consequence(then: .quarantine)))
    }
}
