import Core

/// What each distinct value of a column means; extended as the dictionary grows, so that a value is looked up once.
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
    /// The coded column of a field, when the file has it.
    func coded(_ field: Int?) -> CodedColumn? {
        guard let field, case .coded(let column) = columns[field] else { return nil }
        return column
    }
}
