/// The first page: whose report it is, for when, how to read it, whom to ask.
public struct CoverPage: Sendable {
    /// Some paragraphs under one heading.
    public struct Passage: Hashable, Sendable {
        /// What they are about.
        public let heading: String
        /// The paragraphs, never none.
        public let paragraphs: [String]
    }

    /// What other pages call it.
    public let name: String
    /// The appendix's title.
    public let title: String
    /// What it says, in order.
    public let passages: [Passage]

    init(name: String, title: String, description: ReportDescription) {
        self.name = name
        self.title = title
        let about = [
            title.contains(description.title) ? nil : description.title,
            "\(description.quarterTitle): \(description.period).",
        ]
        passages = [
            Passage(heading: description.partnership, paragraphs: about.compactMap(\.self)),
            Passage(heading: "How to read this report", paragraphs: description.howToRead + Self.howToRead),
            Passage(heading: "Author", paragraphs: [description.author]),
            Passage(heading: "Contact", paragraphs: description.contact),
        ].filter { !$0.paragraphs.isEmpty }
    }

    /// What holds for every report.
    private static let howToRead = [
        "The worksheet Contents lists every worksheet and leads to it. Each has one table, or one chart whose figures "
            + "stand in a table of their own.",
        "Words or a mark in square brackets in place of a number say why there is none; a mark behind a number says what "
            + "to know of it. The worksheet Notes explains each of them.",
    ]
}
