/// The numbered notes and the shorthand that occurs, with what each means and where it applies.
public struct NotesPage: ReportPage {
    /// One note, or one meaning of a piece of shorthand.
    public struct Entry: Hashable, Sendable {
        /// What stands in the tables: `[note 1]`, `[x]`, `Waiting for data`.
        public let mark: String
        /// What it means.
        public let meaning: String
        /// The names of the pages that it applies to.
        public let pages: [String]
    }

    public let name: String
    public let title = "Notes"
    public let statements = [
        TableStatements.oneTable,
        "It lists the notes that the tables refer to, and the shorthand in their cells.",
    ]
    /// Headings of the marks, of their meanings and of the pages.
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
