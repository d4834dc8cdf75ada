extension TableStructure {
    /// Returns the structure inferred from the table itself, without known trees; nil when there is none.
    public static func inferred(_ audited: AuditedTable) -> TableStructure? {
        StructureInference(table: audited.table, readings: Readings(audited.table), names: KnownNames([])).structure(
            audited.knowledge)
    }
}
