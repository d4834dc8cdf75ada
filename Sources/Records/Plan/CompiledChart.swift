/// Charts of one kind, every name of them resolved.
public struct CompiledChart: Sendable {
    /// What is drawn.
    package enum Kind {
        /// Indicators by month, with the year before.
        case trend([CompiledIndicator])
        /// The rates of a table's areas, by group.
        case peers(table: String, groups: [String])
        /// The shares of a table's rows in their sum.
        case shares(table: String)
    }

    package let id, title: String
    package let kind: Kind
    package let notes: [String]

    /// From its parts.
    package init(id: String, title: String, kind: Kind, notes: [String]) {
        self.id = id
        self.title = title
        self.kind = kind
        self.notes = notes
    }
}
