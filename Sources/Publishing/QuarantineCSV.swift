public import Tabular

/// Quarantined rows as CSV: one record a fault, with the row as it stands in the extract.
public struct QuarantineCSV {
    private let encoding: TextEncoding
    private var text = CSVText(header: ["line", "rule", "column", "reason", "row"])

    /// An empty file for an extract in the encoding.
    public init(encoding: TextEncoding) { self.encoding = encoding }

    /// Appends the row, once for each fault.
    public mutating func append(_ row: QuarantinedRow) {
        let original = row.bytes.map { CSVField.text(string($0)) } ?? .empty
        for fault in row.faults {
            text.append([
                .number(String(row.line)), .text(fault.rule.rawValue), .text(fault.column ?? ""),
                .text(fault.rule.explanation), original,
            ])
        }
    }

    /// The records since the last call.
    public mutating func drain() -> [UInt8] { text.drain() }

    /// How many bytes wait to be drained.
    var pending: Int { text.bytes.count }

    /// The line break that ends the row is not part of it.
    private func string(_ bytes: [UInt8]) -> String {
        var row = bytes[...]
        if row.last == 0x0A { row = row.dropLast() }
        if row.last == 0x0D { row = row.dropLast() }
        return row.withUnsafeBytes { encoding.string($0) }
    }
}
