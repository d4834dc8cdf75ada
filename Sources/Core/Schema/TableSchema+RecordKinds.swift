extension TableSchema.RecordKind {
    /// Every kind, in the order in which messages name them.
    public static let allCases: [TableSchema.RecordKind] = [events, episodes, returns, counts, reference, nothing]

    /// Something that happened on a day in an area and has a category: a crime, an incident.
    public static let events = TableSchema.RecordKind(
        "events",
        TableSchema.RecordRules(
            needed: [[.category], [.date, .month]], place: [.lsoa, .localAuthority, .lsoaName],
            identity: [.identifier],
            // A force may also say what one delivery is about.
            borrowed: [.force], hasDeliveries: true))

    /// A spell of treatment of a person.
    public static let episodes = TableSchema.RecordKind(
        "episodes",
        TableSchema.RecordRules(
            needed: [
                [.agency], [.client], [.attributor], [.episode], [.triage], [.discharge], [.dischargeReason], [.drug],
            ],
            identity: [.agency, .client, .episode, .modality, .modalityStart],
            // The cohorts of treatment take it for granted.
            spell: (start: .triage, end: .discharge), hasDeliveries: true, mapped: FieldRole.mappedInEpisodes))

    /// A figure that a partner supplies as a figure.
    public static let returns = TableSchema.RecordKind(
        "returns",
        TableSchema.RecordRules(
            needed: [[.indicator], [.period], [.value], [.missingReason], [.localAuthority]],
            identity: [.indicator, .localAuthority, .period]))

    /// How many events there were in an area and period: counted by others before it is delivered. A column that counts
    /// do not look at, such as a flag, would have none counted.
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

    /// An entry of a reference table: what a definition reads, not what lands.
    public static let reference = TableSchema.RecordKind("reference")

    /// Nothing that any pipeline counts: the format is known only to be left out.
    public static let nothing = TableSchema.RecordKind(
        "none", TableSchema.RecordRules(borrowed: [.force], hasDeliveries: true))
}
