extension PipelinePlan {
    /// Charts of one kind, every name of them resolved.
    public struct Chart: Sendable {
        /// What is drawn.
        enum Kind {
            /// Indicators by month, with the year before.
            case trend([CompiledIndicator])
            /// The rates of a table's areas, by group.
            case peers(table: String, groups: [String])
            /// The shares of a table's rows in their sum.
            case shares(table: String)
        }

        let id, title: String
        let kind: Kind
        let notes: [String]
    }
}
