/// What the rows and columns of a table are, and which of them add up. Columns and rows are numbered as in the printed
/// table.
public struct TableStructure: Hashable, Sendable {
    /// What a column contains.
    public enum Role: Hashable, Sendable {
        /// The section of the row, or its label.
        case section, label
        /// Words, or numbers without a relation to others.
        case unrelated
        /// Counts, shares or positions.
        case value
        /// The later figure less the earlier one. Without an earlier column, nothing is checked.
        case difference(of: Int, from: Int?)
        /// The difference as a percentage of the earlier figure.
        case percentChange(of: Int, from: Int?)
        /// Events per 1,000, or another multiple, of a denominator.
        case rate(of: Int, per: Int)
        /// A percentage of the whole.
        case share(of: Int)
        /// One figure of the row divided by another.
        case quotient
    }

    /// One column.
    public struct Column: Hashable, Sendable {
        /// The heading, with its lines joined.
        public var heading: String
        public var role: Role
        /// The subject of the column, such as an area, from its heading. Columns of one subject, in any table, share a
        /// denominator when their rates allow it.
        public var subject: String
        /// A key by which the column's figures are recognised in another table; nil when only the figures themselves
        /// can show that they are the same.
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
        /// The row's position in the table.
        public var row: Int
        public var label: String
        public var section: String
        /// The row's name, which is the same in every table.
        public var name: String
        /// The name of the denominator of the row's rates; nil for the denominator of most rows.
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

    /// One row or column that is the sum of other rows or columns.
    public struct Sum: Hashable, Sendable {
        public var total: Int
        public var parts: [Int]
        /// Whether the total has no other parts.
        public var isComplete: Bool
        /// Columns to which a sum of rows does not apply: rates and means.
        var exceptColumns: [Int] = []
        /// Rows to which a sum of columns does not apply, because the meaning of the columns has changed.
        var exceptRows: Set<Int> = []
        /// The unit to which figures were rounded before they were added; 0 where they are exact.
        var rounding = 0
        /// Whether blank parts count as zero.
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

    /// One column that is the quotient of two others, or of another and a number that is printed nowhere.
    struct Quotient: Hashable, Sendable {
        let result: Int
        let part: Int
        /// The column of the base; nil where all rows have the same unprinted base.
        let base: Int?
        let factor: Int
        let isChange: Bool
        let isDoubtful: Bool
        var exceptRows: Set<Int> = []
    }

    /// A row that may be a sum: only its numbers suggest it, and they fit in only some of the columns.
    struct Doubt: Hashable, Sendable {
        let total: Int
        let parts: [Int]
        let holding: Int
        let usable: Int
    }

    /// Rows of a column that add up to 100.
    struct Whole: Hashable, Sendable {
        let column: Int
        let rows: [Int]
    }

    public var columns: [Column]
    public var rows: [Row]
    var quotients: [Quotient] = []
    var doubts: [Doubt] = []
    /// Rows labelled as totals that are not sums of the rows shown.
    var unmatched: [Int] = []
    /// Columns of figures without a known relation.
    var loose: [Int] = []
    var wholes: [Whole] = []
    /// Whether every section has the same labels.
    var isLong = false
    public var rowSums: [Sum] = []
    public var columnSums: [Sum] = []
    /// Year-to-date columns, each with the columns of its quarters.
    public var yearToDate: [Sum] = []

    /// A structure without sums.
    public init(columns: [Column], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }
}
