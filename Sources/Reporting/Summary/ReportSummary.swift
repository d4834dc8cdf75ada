/// A summary in plain English, ready to be pasted into a paper.
public struct ReportSummary: Hashable, Sendable {
    /// One objective.
    public struct Section: Hashable, Sendable {
        /// Its title.
        public let title: String
        /// How its indicators moved as a whole; empty when too little is known.
        public let lead: String
        /// A sentence or two an indicator, the largest differences first.
        public let points: [String]
        /// What partners have to say.
        public let comments: [PartnerComment]
    }

    /// What it sums up.
    public let title: String
    /// What a reader must know first.
    public let opening: String
    /// The objectives in the order of the table.
    public let sections: [Section]
}
