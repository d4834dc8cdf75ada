import Yams

/// The structure of tables, as written in a file next to them:
///
///     tables:
///       - table: recorded-crime          # the file's name without .csv
///         columns:
///           - {heading: Apr-Jun 18, is: value}
///           - {heading: Apr-Jun 19, is: value}
///           - {heading: Change, is: difference, of: Apr-Jun 19, from: Apr-Jun 18}
///           - {heading: "%", is: percent-change, of: Apr-Jun 19, from: Apr-Jun 18}
///           - {heading: Rate, is: rate, of: Apr-Jun 19, per: 1000, area: Hartlepool}
///           - {heading: Cleveland, is: value, sum-of: [Hartlepool, Redcar]}
///           - {heading: Year to date, is: year-to-date, of: [Q1, Q2]}
///         rows:
///           - {row: Robbery, sum-of: [Business Robbery, Personal Robbery]}
///           - {row: Total, section: Victim-based, at-least: [Robbery]}
///           - {row: Burglary - residential, denominator: households}
///
/// The structure of columns and rows that the file does not name is inferred from headings, labels and sums, as far as
/// these show it.
public struct AuditStructureDefinition: Sendable {
    /// The kind of figures that a column has.
    public enum ColumnKind: String, CaseIterable, Sendable {
        case value, difference, rate, share, unrelated
        case percentChange = "percent-change"
        case yearToDate = "year-to-date"
    }

    /// One column.
    public struct Column: Sendable {
        public let heading: Located<String>
        public let kind: ColumnKind
        /// The column that this one is calculated from, or the columns that it adds up.
        public let of: [Located<String>]
        public let from: Located<String>?
        /// The number that a rate is per, such as 1,000 for a rate per 1,000 residents.
        public let per: Int
        public let area: String?
        public let sumOf: [Located<String>]
    }

    /// One row.
    public struct Row: Sendable {
        public let label: Located<String>
        public let section: Located<String>?
        public let sumOf: [Located<String>]
        /// Rows that are parts of the row, but not all of its parts.
        public let atLeast: [Located<String>]
        public let denominator: String?
    }

    /// One table.
    public struct Table: Sendable {
        public let name: Located<String>
        public let columns: [Column]
        public let rows: [Row]
    }

    public let tables: [Table]

    /// Reads the text. Errors go to the collector, and the parts without errors are returned.
    public static func read(
        _ text: String, file: String, _ errors: DefinitionErrorCollector
    ) -> AuditStructureDefinition? {
        guard let reader = YAMLReader.read(text, file: file, errors),
            let mapping = reader.mapping(allowing: ["tables"]), let tables = mapping.required("tables")
        else { return nil }
        return AuditStructureDefinition(tables: tables.list().compactMap(table))
    }

    private static func table(_ reader: YAMLReader) -> Table? {
        guard let mapping = reader.mapping(allowing: ["table", "columns", "rows"]), let name = mapping.text("table")
        else { return nil }
        return Table(
            name: name, columns: (mapping["columns"]?.list() ?? []).compactMap(column),
            rows: (mapping["rows"]?.list() ?? []).compactMap(row))
    }

    private static func column(_ reader: YAMLReader) -> Column? {
        guard
            let mapping = reader.mapping(allowing: ["heading", "is", "of", "from", "per", "area", "sum-of"]),
            let heading = mapping.text("heading"),
            let kind = mapping.required("is")?.choice(ColumnKind.self, named: "kind of column")
        else { return nil }
        let of = mapping["of"]?.texts() ?? []
        let single: Bool =
            switch kind {
            case .difference, .percentChange, .rate, .share: true
            case .value, .unrelated, .yearToDate: false
            }
        if single, of.count != 1 {
            mapping.owner.report(.contradiction("a column that is a \(kind.rawValue) needs 'of' with one column"))
            return nil
        }
        if kind == .yearToDate, of.isEmpty { _ = mapping.required("of") }
        let per = mapping["per"].flatMap { $0.whole() } ?? 1_000
        if per <= 0 { mapping["per"]?.report(.expected("a positive whole number", found: "\(per)")) }
        return Column(
            heading: heading, kind: kind, of: of, from: mapping["from"]?.text(), per: max(1, per),
            area: mapping["area"]?.text()?.value, sumOf: mapping["sum-of"]?.texts() ?? [])
    }

    private static func row(_ reader: YAMLReader) -> Row? {
        guard
            let mapping = reader.mapping(allowing: ["row", "section", "sum-of", "at-least", "denominator"]),
            let label = mapping.text("row")
        else { return nil }
        if mapping["sum-of"] != nil, mapping["at-least"] != nil {
            mapping.owner.report(.contradiction("'sum-of' and 'at-least' exclude each other"))
        }
        return Row(
            label: label, section: mapping["section"]?.text(), sumOf: mapping["sum-of"]?.texts() ?? [],
            atLeast: mapping["at-least"]?.texts() ?? [], denominator: mapping["denominator"]?.text()?.value)
    }
}
