public import Indicators

/// One page of a report. The page's name is unique in the report.
public protocol ReportPage: Sendable {
    /// The name by which other pages refer to this one.
    var name: String { get }
    /// The heading at the top of the page.
    var title: String { get }
    /// The sentences between the title and the rest.
    var statements: [String] { get }
    /// What the page shows below the statements.
    var form: PageForm { get }

    /// The numbers of the notes that apply to the page.
    var noteNumbers: [Int] { get }
    /// The page's tables of figures. The page of notes explains their shorthand.
    var figureTables: [FigureTable] { get }
    /// Further entries for the page of notes.
    var explanations: [NotesPage.Entry] { get }
}

extension ReportPage {
    public var statements: [String] { [] }
    public var noteNumbers: [Int] { [] }
    public var figureTables: [FigureTable] { [] }
    public var explanations: [NotesPage.Entry] { [] }
}
