/// One column of a CSV of a release, as the data package and the data dictionary describe it.
struct DataColumn: Hashable {
    /// What its values are, by the names of Table Schema.
    enum Kind: String {
        case string, number, integer, yearmonth
    }

    /// The header.
    let name: String
    /// What it says of a row.
    let meaning: String
    let kind: Kind
    /// What its numbers count or measure; empty for words.
    let unit: String
    /// Who or what says so.
    let source: String

    init(_ name: String, _ meaning: String, _ kind: Kind = .string, unit: String = "", source: String) {
        self.name = name
        self.meaning = meaning
        self.kind = kind
        self.unit = unit
        self.source = source
    }
}
