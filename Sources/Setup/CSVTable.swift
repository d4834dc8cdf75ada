/// A reference table that is written: rows with a comma between fields, in quotes where one needs them.
struct CSVTable {
    private(set) var text: String

    init(_ header: [String]) { text = Self.line(header) }

    mutating func append(_ fields: [String]) { text += Self.line(fields) }

    private static func line(_ fields: [String]) -> String {
        fields.map { field in
            field.contains { ",\"\n\r".contains($0) }
                ? "\""
                    + field.split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"\"") + "\"" : field
        }.joined(separator: ",") + "\n"
    }
}
