/// One appendix, with its pages in order.
public struct Report: Sendable {
    /// The text of the cover.
    public let description: ReportDescription
    /// The appendix's own title.
    public let title: String
    /// The name of its file, without a folder or an extension.
    public let fileName: String
    /// The cover, the contents, the notes if there are any, then the pages of the kinds in `PageKinds`.
    public let pages: [any ReportPage]
    /// The tables for charts, including tables with charts that could not be drawn.
    public let chartSets: [ChartSet]

    /// The pages that show a chart.
    public var chartPages: [ChartPage] {
        pages.compactMap { $0 as? ChartPage }
    }

    /// The pages that show a table of figures.
    public var tablePages: [TablePage] {
        pages.compactMap { $0 as? TablePage }
    }
}
