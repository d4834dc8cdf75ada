/// What the cover of a report says, for any tables.
public struct ReportDescription: Hashable, Sendable {
    /// What the report is, for the properties of the file: `Performance report, 2019/20 Quarter 1`.
    public let title: String
    /// Whose report it is.
    public let partnership: String
    /// The quarter in words: `2019/20 Quarter 1`.
    public let quarterTitle: String
    /// The months that it covers, in words: `April to June 2019`.
    public let period: String
    /// Whom to ask: a name, an address, a telephone number, one a line.
    public let contact: [String]
    /// Who made it.
    public let author: String
    /// What a reader needs to know before reading on, one paragraph each.
    public let howToRead: [String]
    /// Notes that apply to every table.
    public let generalNotes: [String]

    /// A description from its parts.
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
