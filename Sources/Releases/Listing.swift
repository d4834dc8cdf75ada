public import Core

/// All counts of a source by area, month and category.
public struct Listing: Sendable {
    /// One count.
    public struct Row: Hashable, Sendable {
        package let area: String
        package let month: Month
        package let category: String
        public let count: Int

        /// Creates a count from its parts.
        public init(area: String, month: Month, category: String, count: Int) {
            self.area = area
            self.month = month
            self.category = category
            self.count = count
        }

        /// Returns the row with its count increased.
        public func adding(_ more: Int) -> Row {
            Row(area: area, month: month, category: category, count: count + more)
        }
    }

    /// The identifier, which can be used as a file name.
    public let id: String
    /// The title, the unit noun of a count, and where the counts come from.
    public let title, unitNoun, source: String
    /// The counts, in order.
    public let rows: [Row]

    /// Creates a listing from its parts.
    public init(id: String, title: String, unitNoun: String, source: String, rows: [Row]) {
        self.id = id
        self.title = title
        self.unitNoun = unitNoun
        self.source = source
        self.rows = rows
    }
}
