/// The list of the pages after this one.
public struct ContentsPage: ReportPage {
    /// One page of the report.
    public struct Entry: Hashable, Sendable {
        /// The page's name, which links to the page.
        public let page: String
        /// The page's title.
        public let title: String
    }

    public let name: String
    public let title = "Contents"
    public let statements = [TableStatements.oneTable, "Select the name of a worksheet to go to it."]
    /// The pages, in order.
    public let entries: [Entry]

    public var form: PageForm {
        .list(
            PageList(
                id: name.lowercased(), headings: ["Worksheet", "What it shows"],
                rows: entries.map { [$0.page, $0.title] }, widths: [36, 100], linksFirstColumn: true))
    }
}
