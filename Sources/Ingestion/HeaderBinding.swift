import Tabular

/// Which column of the file is which field of the schema.
struct HeaderBinding: Sendable {
    /// For each column of the file, the field of the schema, or nil when the schema does not know it.
    var fieldOfColumn: [Int?]
    /// The names of the columns that the schema does not know, with their positions.
    var unknown: [(column: Int, name: String)]

    /// Binds by name: exactly first, then without regard to case, surrounding blanks, and `_` for a blank.
    /// A field that nobody needs may be absent; any other must be there.
    init(header: [String], schema: TableSchema, file: String) throws(ExtractRefusal) {
        var columnOfField = [Int?](repeating: nil, count: schema.fields.count)
        var fieldOfColumn = [Int?](repeating: nil, count: header.count)
        let names = schema.fields.map { [$0.name] + $0.aliases }
        for exact in [true, false] {
            for (field, names) in names.enumerated() where columnOfField[field] == nil {
                let candidates = header.indices.filter { column in
                    fieldOfColumn[column] == nil
                        && names.contains {
                            exact ? $0 == header[column] : Self.folded($0) == Self.folded(header[column])
                        }
                }
                guard candidates.count <= 1 else {
                    throw .ambiguousColumn(
                        file: file, field: schema.fields[field].name, headers: candidates.map { header[$0] })
                }
                if let column = candidates.first {
                    fieldOfColumn[column] = field
                    columnOfField[field] = column
                }
            }
        }
        let free = header.indices.filter { fieldOfColumn[$0] == nil }
        self.fieldOfColumn = fieldOfColumn
        unknown = free.map { ($0, header[$0]) }
        let missing = schema.fields.indices.filter { columnOfField[$0] == nil && schema.fields[$0].isNeeded }
        guard missing.isEmpty else {
            // A sensitive extract without a header would show its first row.
            let shown = schema.sensitive && free.count == header.count ? [] : header
            throw .missingColumns(
                file: file, schema: schema.name,
                missing: missing.map { field in
                    let nearest = names[field].lazy.compactMap {
                        NearestName.of($0, among: shown.isEmpty ? [] : free.map { header[$0] })
                    }
                    .first
                    return .init(
                        field: schema.fields[field].name, aliases: schema.fields[field].aliases, nearest: nearest)
                }, found: shown)
        }
    }

    private static func folded(_ name: String) -> String {
        var text = name.lowercased().map { $0 == "_" ? " " : $0 }[...]
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
