import Core
public import Indicators

/// The page that says which figures differ from those that were issued, and why.
public struct RevisionsPage: Sendable {
    /// One figure.
    public struct Row: Sendable {
        /// The page of its table, its row, area, and what it says of which period.
        public let page, row, area, what: String
        /// As it was issued and as it is now, without what stands behind it.
        public let previous, now: String
        /// The causes in words, and the direction of travel then and now, for a figure that tells it.
        public let causes, direction: String
        /// What it is now.
        public let revision: FigureRevision
    }

    /// What other pages call it.
    public let name: String
    /// The heading at its top.
    public let title: String
    /// What stands between the title and the table.
    public let statements: [String]
    /// The notes that apply, by number.
    public let noteNumbers: [Int]
    /// The headings of the columns.
    public let headings = [
        "Table", "Row", "Area", "What it says", "As issued", "Now", "Why it differs", "Direction of travel",
    ]
    /// The figures of the tables that differ, in their order.
    public let rows: [Row]

    /// Nil when no figure of the tables differs.
    init?(
        name: String, _ revised: RevisedFigures, of tables: [FigureTable], noteNumbers: [Int], notesPage: String
    ) {
        let titles = Dictionary(tables.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        rows = revised.revisions.filter { titles[$0.figure.table] != nil }.map { revision in
            let figure = revision.figure
            return Row(
                page: titles[figure.table] ?? figure.table, row: figure.row, area: figure.area,
                what:
                    "\(figure.measure.rawValue.split(separator: "-").joined(separator: " ")), \(PageWords.period(figure.period))",
                previous: revision.previousDisplay, now: revision.plainDisplay, causes: revision.causes,
                direction: revision.direction?.words ?? "does not apply", revision: revision)
        }
        guard !rows.isEmpty else { return nil }
        self.name = name
        title = "Revisions: what differs from the release issued for \(revised.quarter.title)"
        self.noteNumbers = noteNumbers
        statements = [
            TableStatements.oneTable, TableStatements.notes(noteNumbers, notesPage: notesPage),
            "There are no blank cells in this table.",
            "Units: those of the tables that the figures stand in.",
            "Source: release \(revised.releaseID) of \(revised.quarter.title), and this one.",
        ]
    }

    /// What a reader must know.
    static let notes = [
        "A figure is revised when it differs from the one that was issued. Causes are looked for in this order: the program or "
            + "the definition, the denominator, rows put right, cancelled, no longer cancelled, moved to or from another "
            + "area, moved to or from another month, reclassified, late rows. A row has one cause, the first that applies.",
        "Behind a cause stands by how much it changed a count; these add up to the change. Causes of rates and percentages "
            + "do not add up and have no number.",
        "The direction of travel compares the quarter with the same quarter of the year before, as it was issued (then) and "
            + "as it is (now). It does not apply to figures that are no changes.",
    ]
}
