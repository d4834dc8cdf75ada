/// One column of a CSV of a release, as the data package and the data dictionary describe it.
package struct DataColumn: Hashable, Sendable {
    /// What its values are, by the names of Table Schema.
    package enum Kind: String, Sendable {
        case string, number, integer, yearmonth
        /// Values in JSON.
        case array, object
    }

    /// The header.
    package let name: String
    /// What it says of a row.
    package let meaning: String
    package let kind: Kind
    /// What its numbers count or measure; empty for words.
    package let unit: String
    /// Who or what says so.
    package let source: String

    package init(_ name: String, _ meaning: String, _ kind: Kind = .string, unit: String = "", source: String) {
        self.name = name
        self.meaning = meaning
        self.kind = kind
        self.unit = unit
        self.source = source
    }
}
