/// The numbered notes and the shorthand used in the report, with the meaning of each and where it applies.
public struct NotesPage: ReportPage {
    /// One note, or one meaning of a piece of shorthand.
    public struct Entry: Hashable, Sendable {
        /// The text in the tables: `[note 1]`, `[x]`, `Waiting for data`.
        public let mark: String
        /// The meaning of the note or shorthand.
        public let meaning: String
        /// The names of the pages to which it applies.
        public let pages: [String]
    }

    public let name: String
    public let title = "Notes"
    public let statements = [
        TableStatements.oneTable,
        "It lists the notes that the tables refer to, and the shorthand in their cells.",
    ]
    /// The headings of the columns: the marks, their meanings and the pages.
    public let headings = (mark: "Mark", meaning: "Meaning", pages: "Where it applies")
    /// The notes by number, then the shorthand.
    public let entries: [Entry]

    public var form: PageForm {
        .list(
            PageList(
                id: name.lowercased(), headings: [headings.mark, headings.meaning, headings.pages],
                rows: entries.map { [$0.mark, $0.meaning, $0.pages.joined(separator: "; ")] }, widths: [22, 80, 34]))
    }
}
