import Core
import Normalisation

extension CodesOutsideTime {
    /// The number of codes that a finding names.
    private static let maxNamed = 5

    /// Returns one finding for each group in which rows with such codes count.
    func findings(file: String, schema: TableSchema) -> [Finding] {
        Dictionary(grouping: tallies) { $0.key.group }.sorted { $0.key < $1.key }.compactMap { group, entries in
            guard let line = entries.map(\.value.firstLine).min() else { return nil }
            let rows = entries.reduce(0) { $0 + $1.value.rows }
            let words = "\(rows) \(rows == 1 ? "row counts" : "rows count") in '\(group)'" + Self.examples(entries)
            return Finding(
                .codeOutsideTime, file: file, line: line,
                column: schema.fields(.category).first.map { schema.fields[$0].name }, note: words,
                severity: schema.consequence(of: .codeOutsideTime, field: nil, check: nil).then)
        }
    }

    /// Returns examples such as `: 28I, in use from 2023-04 (12 rows)`, the most frequent first.
    private static func examples(_ entries: [(key: Code, value: RowTally)]) -> String {
        let named = entries.filter { !$0.key.code.isEmpty }.sorted {
            ($1.value.rows, $0.key.code) < ($0.value.rows, $1.key.code)
        }
        guard !named.isEmpty else { return "" }
        let more = named.count > maxNamed ? "; and \(named.count - maxNamed) more" : ""
        let examples = named.prefix(maxNamed).map {
            "\($0.key.code), in use \($0.key.use) (\($0.value.rows) \($0.value.rows == 1 ? "row" : "rows"))"
        }
        return ": " + examples.joined(separator: "; ") + more
    }
}
