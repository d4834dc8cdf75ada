public import Indicators

/// Makes the pages of an appendix from its tables.
public struct ReportComposer: Sendable {
    private let description: ReportDescription

    /// Creates a composer for reports with this cover.
    public init(_ description: ReportDescription) { self.description = description }

    /// Returns the appendix: the cover, the contents, the notes if there are any, then the pages of every kind in the
    /// order of `PageKinds`.
    public func compose(
        title: String, fileName: String, tables: [FigureTable], commentary: [PartnerComment] = [],
        charts: [ChartSet] = [], revisions: RevisedFigures? = nil, quality: DataQuality? = nil
    ) -> Report {
        let content = ReportContent(
            tables: tables, commentary: commentary, charts: charts, revisions: revisions, quality: quality)
        var draft = ReportDraft(generalNotes: description.generalNotes)
        for kind in PageKinds.all { draft.add(kind, of: content) }
        let notes = NotesPage(name: draft.notesPage, entries: Self.entries(draft.register, draft.pages))
        var listed = draft.pages
        if !notes.entries.isEmpty { listed.insert(notes, at: 0) }
        let contents = ContentsPage(
            name: draft.contents, entries: listed.map { ContentsPage.Entry(page: $0.name, title: $0.title) })
        let cover = CoverPage(name: draft.cover, title: title, description: description)
        listed.insert(contentsOf: [cover, contents] as [any ReportPage], at: 0)
        return Report(description: description, title: title, fileName: fileName, pages: listed, chartSets: charts)
    }

    private static func entries(_ register: NoteRegister, _ pages: [any ReportPage]) -> [NotesPage.Entry] {
        let notes = register.notes.enumerated().map { index, note in
            NotesPage.Entry(
                mark: NoteRegister.mark(index + 1), meaning: note,
                pages: pages.filter { $0.noteNumbers.contains(index + 1) }.map(\.name))
        }
        return notes + shorthandEntries(pages) + pages.flatMap(\.explanations)
    }

    /// Returns the entries for shorthand. All meanings of a mark come together; marks and meanings are in the order in
    /// which they first occur.
    private static func shorthandEntries(_ pages: [any ReportPage]) -> [NotesPage.Entry] {
        var users: [Shorthand: [String]] = [:]
        var marks: [String] = []
        var meanings: [String: [Shorthand]] = [:]
        for page in pages {
            for shorthand in page.figureTables.flatMap(Shorthand.occurring) {
                if meanings[shorthand.mark] == nil { marks.append(shorthand.mark) }
                if users[shorthand] == nil { meanings[shorthand.mark, default: []].append(shorthand) }
                if users[shorthand]?.last != page.name { users[shorthand, default: []].append(page.name) }
            }
        }
        return marks.flatMap { meanings[$0] ?? [] }.map { shorthand in
            NotesPage.Entry(mark: shorthand.mark, meaning: shorthand.meaning, pages: users[shorthand] ?? [])
        }
    }
}
