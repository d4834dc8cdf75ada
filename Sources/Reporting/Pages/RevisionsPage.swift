import Core
public import Indicators

/// The page that says which figures differ from the issued ones, and why.
public struct RevisionsPage: ReportPage {
    /// One figure.
    public struct Row: Sendable {
        /// The title of the figure's table, its row, its area, and its measure and period.
        public let page, row, area, what: String
        /// The figure as it was issued, and the figure as it is now without its markers.
        public let previous, now: String
        /// The causes in words, and the direction of travel as issued and now, for a figure that shows it.
        public let causes, direction: String
        /// The revision itself.
        public let revision: FigureRevision
    }

    public let name: String
    public let title: String
    public let statements: [String]
    public let noteNumbers: [Int]
    /// The figures of the tables that differ, in the order of the tables.
    public let rows: [Row]

    /// Creates the page for the figures of the tables that differ. There must be at least one.
    init(
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
        self.name = name
        title = "Revisions: what differs from the release issued for \(revised.quarter.title)"
        self.noteNumbers = noteNumbers
        statements = [
            TableStatements.oneTable, TableStatements.notes(noteNumbers, notesPage: notesPage),
            "There are no blank cells in this table.",
            "Units: those of the tables with the figures.",
            "Source: release \(revised.releaseID) of \(revised.quarter.title), and this release.",
        ]
    }

    /// The notes for readers.
    static let notes = [
        "A figure is revised when it differs from the one that was issued. Each changed row of an extract has one cause, the first of these that applies: "
            + "the program or the definition, the denominator, corrected rows, cancelled, no longer cancelled, moved to or from "
            + "another area, moved to or from another month, reclassified, late rows.",
        "A cause of a changed count is followed by its share of the change; the shares add up to the whole change. "
            + "The change of a rate or a percentage cannot be split by cause, so its causes have no number.",
        "The direction of travel compares the quarter with the same quarter of the year before. 'Then' is the direction in "
            + "the issued release, and 'now' is the direction in this one. Only figures that compare these two quarters have "
            + "a direction.",
    ]
}

extension RevisionsPage: PageKind {
    static func pages(of content: ReportContent, _ draft: inout ReportDraft) -> [any ReportPage] {
        let tables = Set(content.tables.map(\.id))
        guard let revised = content.revisions, revised.revisions.contains(where: { tables.contains($0.figure.table) })
        else { return [] }
        return [
            RevisionsPage(
                name: draft.name(for: "Revisions"), revised, of: content.tables, noteNumbers: draft.numbers(of: notes),
                notesPage: draft.notesPage)
        ]
    }

    public var form: PageForm {
        .cells(
            PageCells(
                id: "revisions",
                columns: [
                    .init(heading: "Table", kind: .words, width: 16...34),
                    .init(heading: "Row", kind: .words, width: 16...34),
                    .init(heading: "Area", kind: .words, width: 12...18),
                    .init(heading: "What it says", kind: .words, width: 14...26),
                    .init(heading: "As issued", kind: .number, width: 10...16),
                    .init(heading: "Now", kind: .number, width: 10...16),
                    .init(heading: "Why it differs", kind: .remark, width: 20...40),
                    .init(heading: "Direction of travel", kind: .remark, width: 14...24),
                ],
                rows: rows.map { row in
                    let figure = row.revision.figure
                    let numbers = [
                        Self.cell(row.previous, Rational(decimal: row.revision.previousValue), figure),
                        Self.cell(row.now, figure.value.number, figure),
                    ]
                    return PageCells.Row(
                        cells: [row.page, row.row, row.area, row.what].map { .init(text: $0) } + numbers
                            + [row.causes, row.direction].map { .init(text: $0) },
                        isTotal: false)
                }))
    }

    private static func cell(_ text: String, _ number: Rational?, _ figure: Figure) -> PageCells.Cell {
        PageCells.Cell(
            text: text,
            number: number.map { PageCells.Number(value: $0, unit: figure.unit, decimals: figure.decimals) })
    }
}
