/// What is wrong with extracts, as CSV: one record a problem.
public struct ProblemsCSV {
    private var text = CSVText(header: ["file", "line", "column", "rule", "severity", "value", "message"])

    /// A file without problems.
    public init() {}

    /// Appends a problem; without a line or a value the cell is empty.
    public mutating func add(
        file: String, line: Int?, column: String?, rule: String, severity: String, value: String?, message: String
    ) {
        text.append([
            .text(file), line.map { .number(String($0)) } ?? .empty, .text(column ?? ""), .text(rule), .text(severity),
            .text(value ?? ""), .text(message),
        ])
    }

    /// The records since the last call.
    public mutating func drain() -> [UInt8] { text.drain() }
}
