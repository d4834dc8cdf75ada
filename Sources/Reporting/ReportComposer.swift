public import Indicators

/// Makes the pages of an appendix from its tables.
public struct ReportComposer: Sendable {
    private let description: ReportDescription

    /// A composer for reports with this cover.
    public init(_ description: ReportDescription) { self.description = description }

    /// The appendix with the tables in the given order, then the commentary of partners, the figures that are drawn, what
    /// differs from the issued release, what became of the extracts, and the charts at its end.
    public func compose(
        title: String, fileName: String, tables: [FigureTable], commentary: [PartnerComment] = [],
        charts: [ChartSet] = [], revisions: RevisedFigures? = nil, quality: DataQuality? = nil
    ) -> Report {
        var names = PageNames()
        let (cover, contents, notes) = (names.name(for: "Cover"), names.name(for: "Contents"), names.name(for: "Notes"))
        var register = NoteRegister()
        let general = description.generalNotes.map { register.number(of: $0) }
        func page(_ table: FigureTable, omissions: [String] = []) -> TablePage {
            let numbers = Set(general + table.notes.map { register.number(of: $0) }).sorted()
            return TablePage(
                name: names.name(for: table.id),
                statements: TableStatements.all(of: table, noteNumbers: numbers, notesPage: notes) + omissions,
                noteNumbers: numbers, table: table)
        }
        let pages = tables.map { page($0) }
        let commentaryPage =
            commentary.isEmpty ? nil : CommentaryPage(name: names.name(for: "Commentary"), comments: commentary)
        let drawn = charts.map { page($0.table, omissions: $0.omissions) }
        let revisionsPage = revisions.flatMap {
            RevisionsPage(
                name: names.name(for: "Revisions"), $0, of: tables,
                noteNumbers: RevisionsPage.notes.map { register.number(of: $0) }, notesPage: notes)
        }
        let qualityPage = quality.map { quality in
            DataQualityPage(
                name: names.name(for: "Data quality"), quality: quality,
                noteNumbers: DataQualityPage.notes(quality).map { register.number(of: $0) }, notesPage: notes)
        }
        let chartPages = zip(charts, drawn).flatMap { set, page in set.charts.map { ($0, set, page) } }
            .enumerated().map { index, drawn in
                ChartPage(
                    name: names.name(for: "Chart \(index + 1)"), chart: drawn.0, of: drawn.1, dataPage: drawn.2.name)
            }
        let notesPage = NotesPage(
            name: notes, entries: Self.entries(register, pages + drawn, revisionsPage, qualityPage))
        var listed: [Page] = notesPage.entries.isEmpty ? [] : [.notes(notesPage)]
        listed += pages.map { .table($0) }
        listed += commentaryPage.map { [.commentary($0)] } ?? []
        listed += drawn.map { .table($0) }
        listed += revisionsPage.map { [.revisions($0)] } ?? []
        listed += qualityPage.map { [.quality($0)] } ?? []
        listed += chartPages.map { .chart($0) }
        let contentsPage = ContentsPage(
            name: contents, entries: listed.map { ContentsPage.Entry(page: $0.name, title: $0.title) })
        let coverPage = CoverPage(name: cover, title: title, description: description)
        return Report(
            description: description, title: title, fileName: fileName,
            pages: [.cover(coverPage), .contents(contentsPage)] + listed, chartSets: charts)
    }

    private static func entries(
        _ register: NoteRegister, _ pages: [TablePage], _ revisions: RevisionsPage?, _ quality: DataQualityPage?
    ) -> [NotesPage.Entry] {
        let users =
            pages.map { ($0.name, $0.noteNumbers) } + (revisions.map { [($0.name, $0.noteNumbers)] } ?? [])
            + (quality.map { [($0.name, $0.noteNumbers)] } ?? [])
        let notes = register.notes.enumerated().map { index, note in
            NotesPage.Entry(
                mark: NoteRegister.mark(index + 1), meaning: note,
                pages: users.filter { $0.1.contains(index + 1) }.map(\.0))
        }
        return notes + shorthandEntries(pages) + (quality?.entries() ?? [])
    }

    /// All meanings of a mark stand together, marks and meanings in the order in which they first occur.
    private static func shorthandEntries(_ pages: [TablePage]) -> [NotesPage.Entry] {
        var users: [Shorthand: [String]] = [:]
        var marks: [String] = []
        var meanings: [String: [Shorthand]] = [:]
        for page in pages {
            for shorthand in Shorthand.occurring(in: page.table) {
                if meanings[shorthand.mark] == nil { marks.append(shorthand.mark) }
                if users[shorthand] == nil { meanings[shorthand.mark, default: []].append(shorthand) }
                users[shorthand, default: []].append(page.name)
            }
        }
        return marks.flatMap { meanings[$0] ?? [] }.map { shorthand in
            NotesPage.Entry(mark: shorthand.mark, meaning: shorthand.meaning, pages: users[shorthand] ?? [])
        }
    }
}
