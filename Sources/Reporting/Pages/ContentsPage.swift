/// The list of the pages that follow it.
public struct ContentsPage: Sendable {
    /// One page of the report.
    public struct Entry: Hashable, Sendable {
        /// The page's name, to go to it by.
        public let page: String
        /// The page's title.
        public let title: String
    }

    /// What other pages call it.
    public let name: String
    /// The heading at its top.
    public let title = "Contents"
    /// What stands between the title and the list.
    public let statements = [TableStatements.oneTable, "Select the name of a worksheet to go to it."]
    /// Headings of the names and of the titles.
    public let headings = (page: "Worksheet", title: "What it shows")
    /// The pages in their order.
    public let entries: [Entry]
}
