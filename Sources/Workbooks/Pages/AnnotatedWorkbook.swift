public import Core

/// Printed tables, with every cell as it was and with notes on some cells. The first sheet lists the findings. Then
/// each table has a sheet, with notes on its cells and in words at the end of its rows.
public struct AnnotatedWorkbook: Sendable {
    /// One cell.
    public struct Cell: Sendable {
        /// The text as it was printed.
        public let text: String
        /// The number in the cell, its decimal places, and whether a percent sign follows.
        public let number: (value: Rational, decimals: Int, isPercent: Bool)?
        /// The note on the cell; nil for most cells.
        public let note: String?

        /// Creates a cell from its parts.
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

        /// Creates a table from its parts.
        public init(name: String, headings: [String], rows: [[Cell]]) {
            self.name = name
            self.headings = headings
            self.rows = rows
        }
    }

    public let title: String
    /// The sentences above the findings.
    public let statements: [String]
    /// The findings: the headings, and one row for each finding.
    public let findings: (headings: [String], rows: [[String]])
    public let tables: [Table]

    /// Creates a workbook from its parts.
    public init(
        title: String, statements: [String], findings: (headings: [String], rows: [[String]]), tables: [Table]
    ) {
        self.title = title
        self.statements = statements
        self.findings = findings
        self.tables = tables
    }
}
