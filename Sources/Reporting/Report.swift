/// One appendix: its pages in the order in which they are read.
public struct Report: Sendable {
    /// What the cover says.
    public let description: ReportDescription
    /// The appendix's own title.
    public let title: String
    /// The name of its file, without a folder or an extension.
    public let fileName: String
    /// Cover, contents, notes when there are any, one page a table, what became of the extracts, one page a chart.
    public let pages: [Page]
    /// The tables that are there to be drawn, whether all of their charts could be or not.
    public let chartSets: [ChartSet]

    /// The pages that show a chart.
    public var chartPages: [ChartPage] {
        pages.compactMap { page in if case .chart(let chart) = page { chart } else { nil } }
    }

    /// The pages that show a table of figures.
    public var tablePages: [TablePage] {
        pages.compactMap { page in if case .table(let table) = page { table } else { nil } }
    }
}

/// One page of a report. Its name is unique in the report.
public enum Page: Sendable {
    /// Whose report it is, for when, and whom to ask.
    case cover(CoverPage)
    /// What is on which page.
    case contents(ContentsPage)
    /// Numbered notes and the shorthand that occurs.
    case notes(NotesPage)
    /// One table of figures.
    case table(TablePage)
    /// What partners have to say.
    case commentary(CommentaryPage)
    /// What differs from the issued release.
    case revisions(RevisionsPage)
    /// Where every row of the extracts went.
    case quality(DataQualityPage)
    /// One chart.
    case chart(ChartPage)

    /// What other pages call it.
    public var name: String {
        switch self {
        case .cover(let page): page.name
        case .contents(let page): page.name
        case .notes(let page): page.name
        case .table(let page): page.name
        case .commentary(let page): page.name
        case .revisions(let page): page.name
        case .quality(let page): page.name
        case .chart(let page): page.name
        }
    }

    /// The heading at its top.
    public var title: String {
        switch self {
        case .cover(let page): page.title
        case .contents(let page): page.title
        case .notes(let page): page.title
        case .table(let page): page.title
        case .commentary(let page): page.title
        case .revisions(let page): page.title
        case .quality(let page): page.title
        case .chart(let page): page.title
        }
    }
}
