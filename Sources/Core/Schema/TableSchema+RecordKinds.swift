extension TableSchema.RecordKind {
    /// Every kind, in the order in which messages name them.
    public static let allCases: [TableSchema.RecordKind] = [events, episodes, returns, counts, reference, nothing]

    /// Something that happened on a day in an area and has a category: a crime, an incident.
    public static let events = TableSchema.RecordKind(
        "events",
        TableSchema.RecordRules(
            needed: [[.category], [.date, .month]], place: [.lsoa, .localAuthority, .lsoaName],
            identity: [.identifier],
            // A force may also be part of the unit that one delivery covers.
            borrowed: [.force], hasDeliveries: true))

    /// A person's spell of treatment.
    public static let episodes = TableSchema.RecordKind(
        "episodes",
        TableSchema.RecordRules(
            needed: [
                [.agency], [.client], [.attributor], [.episode], [.triage], [.discharge], [.dischargeReason], [.drug],
            ],
            identity: [.agency, .client, .episode, .modality, .modalityStart],
            // The treatment cohorts rely on this order of days.
            spell: (start: .triage, end: .discharge), hasDeliveries: true, mapped: FieldRole.mappedInEpisodes))

    /// A figure that a partner calculates and supplies.
    public static let returns = TableSchema.RecordKind(
        "returns",
        TableSchema.RecordRules(
            needed: [[.indicator], [.period], [.value], [.missingReason], [.localAuthority]],
            identity: [.indicator, .localAuthority, .period]))

    /// How many events there were in an area and period, counted by others before delivery. Other columns are not
    /// allowed, because counts ignore them: a flag column, for example, would have no effect.
    public static let counts = TableSchema.RecordKind(
        "counts",
        TableSchema.RecordRules(
            needed: [[.category], [.count], [.month, .financialQuarter], [.csp, .localAuthority]],
            identity: [.csp, .financialYear, .financialQuarter, .category],
            own: [.count, .csp, .force, .financialYear, .financialQuarter],
            only: [
                .count, .csp, .force, .financialYear, .financialQuarter, .category, .month, .localAuthority,
            ],
            single: [
                [.count], [.category], [.force], [.csp, .localAuthority], [.month, .financialQuarter],
                [.financialYear],
            ],
            hasDeliveries: true, isPublishedAsWhole: true))

    /// An entry of a reference table, which a definition reads and nobody delivers to the landing folder.
    public static let reference = TableSchema.RecordKind("reference")

    /// Rows that no pipeline counts: the format is known only so that its files can be left out.
    public static let nothing = TableSchema.RecordKind(
        "none", TableSchema.RecordRules(borrowed: [.force], hasDeliveries: true))
}
