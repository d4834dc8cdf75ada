/// One appendix: its pages in the order in which they are read.
public struct Report: Sendable {
    /// What the cover says.
    public let description: ReportDescription
    /// The appendix's own title.
    public let title: String
    /// The name of its file, without a folder or an extension.
    public let fileName: String
    /// Cover, contents, notes when there are any, then those of the table of kinds.
    public let pages: [any ReportPage]
    /// The tables that are there to be drawn, whether all of their charts could be or not.
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
