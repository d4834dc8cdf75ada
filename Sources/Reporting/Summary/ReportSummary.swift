/// A summary in plain English, ready to be pasted into a paper.
public struct ReportSummary: Hashable, Sendable {
    /// One objective.
    public struct Section: Hashable, Sendable {
        /// The objective's title.
        public let title: String
        /// How the indicators moved as a whole; empty when none has a target direction and can be compared.
        public let lead: String
        /// One to three sentences for each indicator, the largest differences first.
        public let points: [String]
        /// The partners' comments.
        public let comments: [PartnerComment]
    }

    /// The title of the summary.
    public let title: String
    /// The opening paragraph: the periods compared, and the order of the figures.
    public let opening: String
    /// The objectives, in the order of the table.
    public let sections: [Section]
}
