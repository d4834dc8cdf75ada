/// What the rows and columns of a table are, and which of them add up. Columns and rows are numbered as in the
/// table as printed.
public struct TableStructure: Hashable, Sendable {
    /// What a column says.
    public enum Role: Hashable, Sendable {
        /// The section of the row, or its name.
        case section, label
        /// Words, or numbers that stand in no relation.
        case unrelated
        /// Counts, shares or positions.
        case value
        /// The later figure less the earlier one. Without an earlier column nothing is compared.
        case difference(of: Int, from: Int?)
        /// The same in percent of the earlier one.
        case percentChange(of: Int, from: Int?)
        /// Events per so many of a denominator.
        case rate(of: Int, per: Int)
        /// Percent of the whole.
        case share(of: Int)
    }

    /// One column.
    public struct Column: Hashable, Sendable {
        /// The heading, lines of headings joined.
        public var heading: String
        public var role: Role
        /// Whose denominator its rates have: the area, or what else the heading says. Columns of one subject, in whatever
        /// table, share their denominators when these agree.
        public var subject: String
        /// What a figure of the column is, so that the same figure is recognised in another table; nil when only the
        /// figures themselves can show it.
        public var key: String?

        /// A column from its parts.
        public init(heading: String, role: Role, subject: String = "", key: String? = nil) {
            self.heading = heading
            self.role = role
            self.subject = subject
            self.key = key
        }
    }

    /// One row of figures.
    public struct Row: Hashable, Sendable {
        /// Its position in the table.
        public var row: Int
        public var label: String
        public var section: String
        /// Its name in every table.
        public var name: String
        /// The denominator of its rates; nil for that of most rows.
        public var denominator: String?

        /// A row from its parts.
        public init(row: Int, label: String, section: String, name: String, denominator: String? = nil) {
            self.row = row
            self.label = label
            self.section = section
            self.name = name
            self.denominator = denominator
        }
    }

    /// One row or column that is the sum of others.
    public struct Sum: Hashable, Sendable {
        public var total: Int
        public var parts: [Int]
        /// Whether the parts are all that the total has.
        public var isComplete: Bool

        /// A sum from its parts.
        public init(total: Int, parts: [Int], isComplete: Bool = true) {
            self.total = total
            self.parts = parts
            self.isComplete = isComplete
        }
    }

    public var columns: [Column]
    public var rows: [Row]
    public var rowSums: [Sum] = []
    public var columnSums: [Sum] = []
    /// Columns of the year so far, each with those of its quarters.
    public var yearToDate: [Sum] = []

    /// A structure without sums.
    public init(columns: [Column], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }
}
