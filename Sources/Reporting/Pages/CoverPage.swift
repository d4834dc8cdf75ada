/// The first page: the partnership, the period, how to read the report, and whom to contact.
public struct CoverPage: ReportPage {
    public let name: String
    /// The appendix's title.
    public let title: String
    /// The text of the page, in order.
    public let passages: [PagePassage]

    public var form: PageForm { .passages(passages) }

    init(name: String, title: String, description: ReportDescription) {
        self.name = name
        self.title = title
        let about = [
            title.contains(description.title) ? nil : description.title,
            "\(description.quarterTitle): \(description.period).",
        ]
        passages = [
            PagePassage(heading: description.partnership, paragraphs: about.compactMap(\.self)),
            PagePassage(heading: "How to read this report", paragraphs: description.howToRead + Self.howToRead),
            PagePassage(heading: "Author", paragraphs: [description.author]),
            PagePassage(heading: "Contact", paragraphs: description.contact),
        ].filter { !$0.paragraphs.isEmpty }
    }

    /// Text that applies to every report.
    private static let howToRead = [
        "The worksheet Contents lists every worksheet and links to it. Each worksheet has one table or one chart; the "
            + "figures of a chart are in a table of another worksheet.",
        "Words, or a mark in square brackets, in place of a number say why there is no number. A mark after a number says "
            + "what readers need to know about the number. The worksheet Notes explains each of them.",
    ]
}
