/// The text of a report's cover, which does not depend on its tables.
public struct ReportDescription: Hashable, Sendable {
    /// The title of the report, also for the properties of the file: `Performance report, 2019/20 Quarter 1`.
    public let title: String
    /// The partnership that publishes the report.
    public let partnership: String
    /// The quarter in words: `2019/20 Quarter 1`.
    public let quarterTitle: String
    /// The months of the quarter in words: `April to June 2019`.
    public let period: String
    /// Whom to contact: a name, an address, a telephone number, each on its own line.
    public let contact: [String]
    /// The author of the report.
    public let author: String
    /// Information that readers need first, one paragraph for each point.
    public let howToRead: [String]
    /// Notes that apply to every table.
    public let generalNotes: [String]

    /// Creates a description from its parts.
    public init(
        title: String, partnership: String, quarterTitle: String, period: String, contact: [String], author: String,
        howToRead: [String] = [], generalNotes: [String] = []
    ) {
        self.title = title
        self.partnership = partnership
        self.quarterTitle = quarterTitle
        self.period = period
        self.contact = contact
        self.author = author
        self.howToRead = howToRead
        self.generalNotes = generalNotes
    }
}
