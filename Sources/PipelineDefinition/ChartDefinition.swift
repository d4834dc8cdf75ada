/// Charts of one kind at the end of an appendix, and what they are drawn from.
public struct ChartDefinition: Sendable {
    /// What the charts show.
    public enum Kind: String, CaseIterable, Sendable {
        /// Indicators by month over a year, each compared with the year before.
        case trend
        /// The rates of a table's areas, with one chart for each group.
        case peers
        /// The share of each row in the sum of a table's rows.
        case shares
    }

    public var id: Located<String>
    public var kind: Kind
    public var title: Located<String>
    /// The table that charts of the kinds `peers` and `shares` are drawn from.
    public var table: Located<String>?
    /// The indicators whose trend is drawn.
    public var indicators: [Located<String>]
    /// The groups of the table whose rates are drawn.
    public var groups: [Located<String>]
    public var notes: [Located<String>]
}

extension ChartDefinition {
    init?(_ reader: YAMLReader) {
        guard
            let mapping = reader.mapping(allowing: ["id", "kind", "title", "table", "indicators", "groups", "notes"]),
            let id = mapping.required("id")?.fileName(),
            let kind = mapping.required("kind")?.choice(Kind.self, named: "kind of chart"),
            let title = mapping.text("title")
        else { return nil }
        // Each kind requires some keys and does not allow others.
        let needed: [String] =
            switch kind {
            case .trend: ["indicators"]
            case .peers: ["table", "groups"]
            case .shares: ["table"]
            }
        for key in needed { _ = mapping.required(key) }
        for key in ["table", "indicators", "groups"] where !needed.contains(key) {
            mapping[key]?.report(.contradiction("a chart of the kind '\(kind.rawValue)' has no '\(key)'"))
        }
        self.init(
            id: id, kind: kind, title: title, table: mapping["table"]?.text(),
            indicators: mapping["indicators"]?.texts() ?? [], groups: mapping["groups"]?.texts() ?? [],
            notes: mapping["notes"]?.texts() ?? [])
    }
}
