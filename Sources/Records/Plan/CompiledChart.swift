/// Charts of one kind, with every name resolved.
public struct CompiledChart: Sendable {
    /// The subject of the charts.
    package enum Kind {
        /// Indicators by month, compared with the year before.
        case trend([CompiledIndicator])
        /// The rates of a table's areas, by group.
        case peers(table: String, groups: [String])
        /// The share of each row in the sum of a table's rows.
        case shares(table: String)
    }

    package let id, title: String
    package let kind: Kind
    package let notes: [String]

    /// Creates the charts from their parts.
    package init(id: String, title: String, kind: Kind, notes: [String]) {
        self.id = id
        self.title = title
        self.kind = kind
        self.notes = notes
    }
}
