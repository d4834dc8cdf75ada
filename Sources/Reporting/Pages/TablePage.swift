public import Indicators

/// A page with one table of figures.
public struct TablePage: ReportPage {
    public let name: String
    /// The table's title.
    public var title: String { table.title }
    /// The sentences before the table. They say that it is the only table, and state its notes, blank cells, shorthand,
    /// units and source.
    public let statements: [String]
    public let noteNumbers: [Int]
    /// The table.
    public let table: FigureTable

    public var form: PageForm { .figures(table) }
    public var figureTables: [FigureTable] { [table] }
}

extension TablePage: PageKind {
    static func pages(of content: ReportContent, _ draft: inout ReportDraft) -> [any ReportPage] {
        content.tables.map { draft.page(of: $0) }
    }
}
