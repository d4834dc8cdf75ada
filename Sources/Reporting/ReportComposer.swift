public import Indicators

/// Makes the pages of an appendix from its tables.
public struct ReportComposer: Sendable {
    private let description: ReportDescription

    /// A composer for reports with this cover.
    public init(_ description: ReportDescription) { self.description = description }

    /// The appendix with the tables in the given order, and with what became of the extracts at its end.
    public func compose(
        title: String, fileName: String, tables: [FigureTable], quality: DataQuality? = nil
    ) -> Report {
        var names = PageNames()
        let (cover, contents, notes) = (names.name(for: "Cover"), names.name(for: "Contents"), names.name(for: "Notes"))
        var register = NoteRegister()
        let general = description.generalNotes.map { register.number(of: $0) }
        let pages = tables.map { table in
            let numbers = Set(general + table.notes.map { register.number(of: $0) }).sorted()
            return TablePage(
                name: names.name(for: table.id),
                statements: TableStatements.all(of: table, noteNumbers: numbers, notesPage: notes),
                noteNumbers: numbers, table: table)
        }
        let qualityPage = quality.map { quality in
            DataQualityPage(
                name: names.name(for: "Data quality"), quality: quality,
                noteNumbers: DataQualityPage.notes(quality).map { register.number(of: $0) }, notesPage: notes)
        }
        let notesPage = NotesPage(name: notes, entries: Self.entries(register, pages, qualityPage))
        let listed =
            (notesPage.entries.isEmpty ? [] : [Page.notes(notesPage)]) + pages.map { .table($0) }
            + (qualityPage.map { [.quality($0)] } ?? [])
        let contentsPage = ContentsPage(
            name: contents, entries: listed.map { ContentsPage.Entry(page: $0.name, title: $0.title) })
        let coverPage = CoverPage(name: cover, title: title, description: description)
        return Report(
            description: description, title: title, fileName: fileName,
            pages: [.cover(coverPage), .contents(contentsPage)] + listed)
    }

    private static func entries(
        _ register: NoteRegister, _ pages: [TablePage], _ quality: DataQualityPage?
    ) -> [NotesPage.Entry] {
        let users = pages.map { ($0.name, $0.noteNumbers) } + (quality.map { [($0.name, $0.noteNumbers)] } ?? [])
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
