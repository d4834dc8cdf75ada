import Core

/// Reads what a schema says about rows in which two columns name different places.
extension SchemaReading {
    /// Reads which column decides when a row has both an LSOA and an authority: `lsoa`, `authority` or `neither`.
    static func areaFrom(_ reader: YAMLReader?, _ schema: TableSchema) -> TableSchema.AreaFrom {
        guard let reader else { return .lsoa }
        let hasLSOA = !schema.fields(.lsoa).isEmpty || !schema.fields(.lsoaName).isEmpty
        if !schema.records.rules.place.contains(.lsoa) || !hasLSOA || schema.fields(.localAuthority).isEmpty {
            reader.report(
                .contradiction(
                    "'area-from' is for events with an LSOA and a local authority, and the schema lacks one of the two")
            )
        }
        return reader.choice(TableSchema.AreaFrom.self, named: "rule") ?? .lsoa
    }

    /// Quarantines rows with a conflict if neither of the two columns decides; otherwise a conflict is only a note.
    static func quarantineConflicts(_ schema: inout TableSchema) {
        guard schema.areaFrom == .neither, !schema.consequences.contains(where: { $0.rule == .areaConflict }) else {
            return
        }
        schema.consequences.append(
            RuleConsequence(rule: .areaConflict, field: nil, consequence: Consequence(then: .quarantine)))
    }
}
