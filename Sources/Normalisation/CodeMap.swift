import Core

/// The meaning of each distinct value of a column. It is extended as the dictionary grows, so that each value is looked
/// up once.
struct CodeMap<Meaning> {
    private(set) var meanings: [Meaning] = []

    mutating func extend(
        over column: CodedColumn, _ encoding: TextEncoding, missing: Set<String>, meaning: (String?) -> Meaning
    ) {
        for code in meanings.count..<max(meanings.count, column.dictionary.count) {
            let text = column.dictionary.string(code, encoding)
            meanings.append(meaning(missing.contains(text) ? nil : text))
        }
    }
}

extension RecordBatch {
    /// Returns the coded column of a field, if the file has the field.
    func coded(_ field: Int?) -> CodedColumn? {
        guard let field, case .coded(let column) = columns[field] else { return nil }
        return column
    }
}
