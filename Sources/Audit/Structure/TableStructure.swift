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
        /// One figure of the row over another.
        case quotient
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
        /// Columns that a sum of rows does not hold for: rates and means.
        var exceptColumns: [Int] = []
        /// Rows that a sum of columns does not hold for: what the columns mean has changed.
        var exceptRows: Set<Int> = []
        /// The unit to which figures were rounded before they were added; 0 where they are exact.
        var rounding = 0
        /// Whether parts without a number count as nothing.
        var blanksAreZero = false
        /// Whether an exception need not be an error.
        var isDoubtful = false

        /// A sum from its parts.
        public init(total: Int, parts: [Int], isComplete: Bool = true) {
            self.total = total
            self.parts = parts
            self.isComplete = isComplete
        }
    }

    /// One column that is the quotient of two others, or of another and something that is printed nowhere.
    struct Quotient: Hashable, Sendable {
        let result: Int
        let part: Int
        /// Nil for the same unprinted number in every row.
        let base: Int?
        let factor: Int
        let isChange: Bool
        let isDoubtful: Bool
        var exceptRows: Set<Int> = []
    }

    /// A sum that only numbers suggest, and not all of them.
    struct Doubt: Hashable, Sendable {
        let total: Int
        let parts: [Int]
        let holding: Int
        let usable: Int
    }

    /// Rows of a column that make up a hundred.
    struct Whole: Hashable, Sendable {
        let column: Int
        let rows: [Int]
    }

    public var columns: [Column]
    public var rows: [Row]
    var quotients: [Quotient] = []
    var doubts: [Doubt] = []
    /// Rows whose labels are those of totals, and that are sums of nothing that is shown.
    var unmatched: [Int] = []
    /// Columns of figures of which nothing is known.
    var loose: [Int] = []
    var wholes: [Whole] = []
    /// Whether the same labels stand in every section.
    var isLong = false
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
