import Indicators

/// A kind of page that an appendix may have. Each kind has a file in this folder and a line in `PageKinds`.
protocol PageKind: Sendable {
    /// Returns the pages of the kind for an appendix with the content, in order. The draft supplies their names and the
    /// numbers of their notes.
    static func pages(of content: ReportContent, _ draft: inout ReportDraft) -> [any ReportPage]
}

/// The content of an appendix.
struct ReportContent {
    let tables: [FigureTable]
    let commentary: [PartnerComment]
    let charts: [ChartSet]
    /// The figures that differ from the issued release; nil when there is no issued release.
    let revisions: RevisedFigures?
    /// What happened to the rows of the extracts; nil for an appendix that does not report it.
    let quality: DataQuality?
}

/// An unfinished appendix: the pages so far, with their names and notes.
struct ReportDraft {
    /// The names of the pages that come before all others.
    let cover, contents, notesPage: String
    private(set) var pages: [any ReportPage] = []
    private(set) var register = NoteRegister()
    private var names = PageNames()
    /// The numbers of the notes that apply to every table of figures.
    private let general: [Int]

    /// Creates an appendix without pages.
    init(generalNotes: [String]) {
        cover = names.name(for: "Cover")
        contents = names.name(for: "Contents")
        notesPage = names.name(for: "Notes")
        var register = NoteRegister()
        general = generalNotes.map { register.number(of: $0) }
        self.register = register
    }

    /// Returns a name for a page, from an identifier or a title.
    mutating func name(for text: String) -> String { names.name(for: text) }

    /// Returns the numbers of notes.
    mutating func numbers(of notes: [String]) -> [Int] { notes.map { register.number(of: $0) } }

    /// Returns the page of a table of figures, with its statements and the sentences about omitted charts.
    mutating func page(of table: FigureTable, omissions: [String] = []) -> TablePage {
        let numbers = Set(general + self.numbers(of: table.notes)).sorted()
        return TablePage(
            name: name(for: table.id),
            statements: TableStatements.all(of: table, noteNumbers: numbers, notesPage: notesPage) + omissions,
            noteNumbers: numbers, table: table)
    }

    /// Adds the pages of a kind after the existing ones.
    mutating func add(_ kind: any PageKind.Type, of content: ReportContent) {
        let new = kind.pages(of: content, &self)
        pages += new
    }
}
