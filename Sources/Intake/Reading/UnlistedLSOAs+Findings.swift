import Core
import Normalisation

extension UnlistedLSOAs {
    /// The number of codes that a finding names.
    private static let maxNamed = 5

    /// Returns one finding for the rows that count nevertheless, and one for the rows that are out of scope.
    func findings(file: String, schema: TableSchema) -> [Finding] {
        func finding(_ tallies: [String: RowTally], _ result: String) -> Finding? {
            guard let line = tallies.values.map(\.firstLine).min() else { return nil }
            let rows = tallies.values.reduce(0) { $0 + $1.rows }
            let words = "\(rows) \(rows == 1 ? "row" : "rows") \(result)" + Self.examples(tallies)
            return Finding(
                .lsoaNotListed, file: file, line: line,
                column: schema.fields(.lsoa).first.map { schema.fields[$0].name }, note: words,
                severity: schema.consequence(of: .lsoaNotListed, field: nil, check: nil).then)
        }
        return [
            finding(counted, "counted by LSOA name or authority"),
            finding(outside, "out of scope, because only the force belongs to the report"),
        ].compactMap { $0 }
    }

    /// Returns examples such as `: E01035188 (40), E01035190 (8)`, the most frequent first.
    private static func examples(_ tallies: [String: RowTally]) -> String {
        let named = tallies.filter { !$0.key.isEmpty }.sorted { ($1.value.rows, $0.key) < ($0.value.rows, $1.key) }
        guard !named.isEmpty else { return "" }
        let more = named.count > maxNamed ? " and \(named.count - maxNamed) more" : ""
        return ": " + named.prefix(maxNamed).map { "\($0.key) (\($0.value.rows))" }.joined(separator: ", ") + more
    }
}
