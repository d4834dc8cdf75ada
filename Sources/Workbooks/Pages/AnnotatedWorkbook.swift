public import Core

/// Printed tables, each cell as it was, with notes on some of them: a sheet of findings, then a
/// sheet a table, with notes at the cells and in words at the end of the rows.
public struct AnnotatedWorkbook: Sendable {
    /// One cell.
    public struct Cell: Sendable {
        /// As it was printed.
        public let text: String
        /// The number in it, with its places and whether a percent sign follows it.
        public let number: (value: Rational, decimals: Int, isPercent: Bool)?
        /// The note on it; nil for most.
        public let note: String?

        /// A cell from its parts.
        public init(text: String, number: (value: Rational, decimals: Int, isPercent: Bool)? = nil, note: String? = nil)
        {
            self.text = text
            self.number = number
            self.note = note
        }
    }

    /// One table.
    public struct Table: Sendable {
        public let name: String
        public let headings: [String]
        public let rows: [[Cell]]

        /// A table from its parts.
        public init(name: String, headings: [String], rows: [[Cell]]) {
            self.name = name
            self.headings = headings
            self.rows = rows
        }
    }

    public let title: String
    /// What stands above the findings.
    public let statements: [String]
    /// The findings: headings, and a row each.
    public let findings: (headings: [String], rows: [[String]])
    public let tables: [Table]

    /// A workbook from its parts.
    public init(
        title: String, statements: [String], findings: (headings: [String], rows: [[String]]), tables: [Table]
    ) {
        self.title = title
        self.statements = statements
        self.findings = findings
        self.tables = tables
    }
}
