import Indicators

/// A kind of page that an appendix may have. Each is a file of this folder and a line in `PageKinds`.
protocol PageKind: Sendable {
    /// The pages of the kind that an appendix of the content has, in their order. Names and notes are those of the draft.
    static func pages(of content: ReportContent, _ draft: inout ReportDraft) -> [any ReportPage]
}

/// What an appendix is made of.
struct ReportContent {
    let tables: [FigureTable]
    let commentary: [PartnerComment]
    let charts: [ChartSet]
    /// What differs from the issued release; nil when there is none.
    let revisions: RevisedFigures?
    /// Where the rows of the extracts went; nil for an appendix that does not say.
    let quality: DataQuality?
}

/// An appendix on its way: the pages so far, and the names and notes that they have.
struct ReportDraft {
    /// The names of the pages in front of all others.
    let cover, contents, notesPage: String
    private(set) var pages: [any ReportPage] = []
    private(set) var register = NoteRegister()
    private var names = PageNames()
    /// The numbers of the notes that apply to every table of figures.
    private let general: [Int]

    /// An appendix without pages.
    init(generalNotes: [String]) {
        cover = names.name(for: "Cover")
        contents = names.name(for: "Contents")
        notesPage = names.name(for: "Notes")
        var register = NoteRegister()
        general = generalNotes.map { register.number(of: $0) }
        self.register = register
    }

    /// A name for a page, from the identifier or the title.
    mutating func name(for text: String) -> String { names.name(for: text) }

    /// The numbers of notes.
    mutating func numbers(of notes: [String]) -> [Int] { notes.map { register.number(of: $0) } }

    /// The page of a table of figures, with what it says of it.
    mutating func page(of table: FigureTable, omissions: [String] = []) -> TablePage {
        let numbers = Set(general + self.numbers(of: table.notes)).sorted()
        return TablePage(
            name: name(for: table.id),
            statements: TableStatements.all(of: table, noteNumbers: numbers, notesPage: notesPage) + omissions,
            noteNumbers: numbers, table: table)
    }

    /// Adds the pages of a kind behind those that are there.
    mutating func add(_ kind: any PageKind.Type, of content: ReportContent) {
        let new = kind.pages(of: content, &self)
        pages += new
    }
}
