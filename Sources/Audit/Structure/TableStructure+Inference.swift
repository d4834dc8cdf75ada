extension TableStructure {
    /// What a table shows of its own structure; nil when that is nothing.
    public static func inferred(_ audited: AuditedTable) -> TableStructure? {
        StructureInference(table: audited.table, readings: Readings(audited.table), names: KnownNames([])).structure(
            audited.knowledge)
    }
}
