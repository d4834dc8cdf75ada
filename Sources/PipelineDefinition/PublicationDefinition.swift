public import Core

/// How releases of a pipeline are presented, as opposed to their content.
public struct PublicationDefinition: Sendable {
    /// The planned days of issue, by quarter. A definition may state them for its own readers. A release does not show
    /// them, because it is a draft until `shp issue` records that a committee was given it.
    public var issueDates: [(quarter: Located<FinancialQuarter>, date: CalendarDate)]
    /// Information that readers need first, one paragraph for each point.
    public var howToRead: [Located<String>]
    /// The indicator table that the summary in words is made from; nil when there is no summary.
    public var summary: Located<String>?
    /// The table of partners' comments on indicators.
    public var commentary: ReferenceDefinition?
    /// The names of the formats in which appendices are written; nil when the definition does not name any.
    public var formats: Located<[Located<String>]>?
}

extension PublicationDefinition {
    /// The keys of a definition that belong to the publication.
    static let keys = ["issue-dates", "how-to-read", "summary", "commentary", "formats"]

    init(_ root: MappingReader) {
        self.init(
            issueDates: root["issue-dates"]?.entries()?.compactMap(Self.issueDate) ?? [],
            howToRead: root["how-to-read"]?.texts() ?? [], summary: root["summary"]?.text(),
            commentary: root["commentary"].flatMap(ReferenceDefinition.init),
            formats: root["formats"].map { Located($0.texts(), at: $0.position) })
    }

    private static func issueDate(
        _ entry: (key: Located<String>, value: YAMLReader)
    ) -> (quarter: Located<FinancialQuarter>, date: CalendarDate)? {
        let quarter = FinancialQuarter(entry.key.value)
        if quarter == nil {
            entry.value.errors.report(
                .expected("a quarter such as 2019-20-Q1", found: entry.key.value), at: entry.key.position)
        }
        guard let quarter, let text = entry.value.text() else { return nil }
        let parts = text.value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.value.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
            let day = parts[2], let date = CalendarDate(year: year, month: month, day: day)
        else {
            entry.value.report(.expected("a day such as 2019-10-11", found: text.value))
            return nil
        }
        return (Located(quarter, at: entry.key.position), date)
    }
}
