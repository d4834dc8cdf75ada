public import Core

/// Every count of a source by area, month and category.
public struct Listing: Sendable {
    /// One count.
    public struct Row: Hashable, Sendable {
        package let area: String
        package let month: Month
        package let category: String
        public let count: Int

        /// A count from its parts.
        public init(area: String, month: Month, category: String, count: Int) {
            self.area = area
            self.month = month
            self.category = category
            self.count = count
        }

        /// The row with so many more.
        public func adding(_ more: Int) -> Row {
            Row(area: area, month: month, category: category, count: count + more)
        }
    }

    /// The identifier, fit for a file name.
    public let id: String
    /// What it lists, the unit noun of a count, and where the counts come from.
    public let title, things, source: String
    /// The counts, in order.
    public let rows: [Row]

    /// A listing from its parts.
    public init(id: String, title: String, things: String, source: String, rows: [Row]) {
        self.id = id
        self.title = title
        self.things = things
        self.source = source
        self.rows = rows
    }
}
