public import Indicators

/// One page of a report. Its name is unique in the report.
public protocol ReportPage: Sendable {
    /// What other pages call it.
    var name: String { get }
    /// The heading at its top.
    var title: String { get }
    /// What stands between the title and the rest.
    var statements: [String] { get }
    /// What it shows below that.
    var form: PageForm { get }

    /// The notes that apply, by number.
    var noteNumbers: [Int] { get }
    /// Its tables of figures, whose shorthand the page of notes explains.
    var figureTables: [FigureTable] { get }
    /// What else of it the page of notes explains.
    var explanations: [NotesPage.Entry] { get }
}

extension ReportPage {
    public var statements: [String] { [] }
    public var noteNumbers: [Int] { [] }
    public var figureTables: [FigureTable] { [] }
    public var explanations: [NotesPage.Entry] { [] }
}
