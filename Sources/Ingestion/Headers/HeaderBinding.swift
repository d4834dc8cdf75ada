import Core

/// The match of a file's columns with the fields of a schema.
struct HeaderBinding: Sendable {
    /// For each column of the file, the field of the schema, or nil when the column is not in the schema.
    var fieldOfColumn: [Int?]
    /// The columns that are not in the schema.
    var unknown: [HeaderName]

    /// The columns that bind although blanks or invisible characters make them differ from the name.
    var blanks: [(column: String, field: Int)] = []

    /// Binds columns to fields by name: first exactly, then ignoring case, blanks and invisible characters, with `_`
    /// read as a blank. A field that is not needed may be absent; any other must be present. When `suggesting`, an
    /// error names the headers that resemble the missing columns; finding them takes longer than all the rest.
    init(
        _ record: HeaderRecord, schema: TableSchema, file: String, suggesting: Bool = true
    ) throws(ExtractError) {
        let header = record.fields
        var columnOfField = [Int?](repeating: nil, count: schema.fields.count)
        var fieldOfColumn = [Int?](repeating: nil, count: header.count)
        let names = schema.fields.map { [$0.name] + $0.aliases }
        // Most headers bind exactly, and then nothing is left for the second pass.
        for isFolded in [false, true] where columnOfField.contains(nil) {
            let texts = isFolded ? header.map(Self.folded) : header
            // Columns are looked up by name, because a header may have as many columns as a row has bytes.
            let columns = Dictionary(grouping: texts.indices) { texts[$0] }
            for (field, names) in names.enumerated() where columnOfField[field] == nil {
                let names = Set(isFolded ? names.map(Self.folded) : names)
                let candidates = names.flatMap { columns[$0] ?? [] }.filter { fieldOfColumn[$0] == nil }.sorted()
                guard candidates.count <= 1 else {
                    throw .ambiguousColumn(
                        file: file, field: schema.fields[field].name, headers: candidates.map { header[$0] },
                        line: record.line)
                }
                if let column = candidates.first {
                    fieldOfColumn[column] = field
                    columnOfField[field] = column
                }
            }
        }
        blanks = header.indices.compactMap { column in
            guard let field = fieldOfColumn[column], VisibleText.plain(header[column]) != header[column] else {
                return nil
            }
            return (column: header[column], field: field)
        }
        let free = header.indices.filter { fieldOfColumn[$0] == nil }
        self.fieldOfColumn = fieldOfColumn
        func name(_ column: Int) -> HeaderName {
            HeaderName(
                header[column], column: column, isKnown: fieldOfColumn[column] != nil, sensitive: schema.sensitive)
        }
        unknown = free.map(name)
        let missing = schema.fields.indices.filter { columnOfField[$0] == nil && schema.fields[$0].isNeeded }
        guard missing.isEmpty else {
            let needed = schema.fields.count(where: \.isNeeded)
            let isHeader = (needed - missing.count) * 2 >= needed
            // Names are left out here, because a sensitive extract without a header would show its first row.
            let found = schema.sensitive && free.count == header.count ? [] : header.indices.map(name)
            let compared = found.isEmpty || !suggesting ? [] : free.prefix(Self.maxCompared)
            let candidates = Self.candidates(of: missing, among: compared.map { header[$0] }, schema)
            // Of columns with the same name, the first is used.
            let columns = Dictionary(compared.map { (header[$0], $0) }, uniquingKeysWith: { first, _ in first })
            throw .missingColumns(
                file: file, schema: schema.name,
                missing: missing.map { field in
                    .init(
                        field: schema.fields[field].name, aliases: schema.fields[field].aliases,
                        candidates: (candidates[field] ?? []).compactMap { columns[$0].map(name) }, isOfHeader: isHeader
                    )
                }, found: found, line: record.line)
        }
        // A column without a name does not show that the file has another format.
        let named = free.filter { !VisibleText.plain(header[$0]).isEmpty }
        guard schema.otherColumns == .leftOut || named.isEmpty else {
            throw .otherColumns(file: file, schema: schema.name, columns: named.map(name), line: record.line)
        }
    }

    /// The maximum number of headers that are compared with the names of missing columns. No known table has more.
    private static let maxCompared = 500

    /// Returns how many fields of the schema the names match, whether or not they bind.
    static func recognised(_ header: [String], by schema: TableSchema) -> Int {
        let names = Set(header.map(folded))
        return schema.fields.count { field in ([field.name] + field.aliases).contains { names.contains(folded($0)) } }
    }

    /// Returns the headers that may name each missing field, at most three, the likeliest first. A header that more
    /// probably names another missing field is left out.
    private static func candidates(of missing: [Int], among free: [String], _ schema: TableSchema) -> [Int: [String]] {
        guard !free.isEmpty else { return [:] }
        let names = schema.names(ofFields: missing)
        let settled = Dictionary(
            names.pairs(of: free).map { ($0.target, $0.text) }, uniquingKeysWith: { first, _ in first })
        var candidates: [Int: [String]] = [:]
        for field in missing {
            let name = schema.fields[field].name
            let own = settled[name].map { [$0] } ?? []
            let others = free.filter { !settled.values.contains($0) && names.nearest(to: $0).contains(name) }
            candidates[field] = Array((own + others).prefix(3))
        }
        return candidates
    }

    private static func folded(_ name: String) -> String {
        VisibleText.plain(name.lowercased().replacing("_", with: " "))
    }
}
