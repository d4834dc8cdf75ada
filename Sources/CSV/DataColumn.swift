/// One column of a release's CSV file, as the data package and the data dictionary describe it.
package struct DataColumn: Hashable, Sendable {
    /// The type of the column's values, by its name in Table Schema.
    package enum Kind: String, Sendable {
        case string, number, integer, yearmonth
        /// Values in JSON.
        case array, object
    }

    /// The header.
    package let name: String
    /// What the column says about a row.
    package let meaning: String
    package let kind: Kind
    /// What the column's numbers count or measure; empty for words.
    package let unit: String
    /// Where the values come from.
    package let source: String

    package init(_ name: String, _ meaning: String, _ kind: Kind = .string, unit: String = "", source: String) {
        self.name = name
        self.meaning = meaning
        self.kind = kind
        self.unit = unit
        self.source = source
    }
}
