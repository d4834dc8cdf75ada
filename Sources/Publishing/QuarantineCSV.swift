public import Tabular

/// Quarantined rows as CSV: one record a fault, with the row as it stands in the extract.
public struct QuarantineCSV {
    private let encoding: TextEncoding
    private var text = CSVText(header: ["line", "rule", "column", "reason", "row"])

    /// An empty file for an extract in the encoding.
    public init(encoding: TextEncoding) { self.encoding = encoding }

    /// Appends the row, once for each fault.
    public mutating func append(_ row: QuarantinedRow) {
        for fault in row.faults {
            text.add(.number(String(row.line)))
            text.add(.text(fault.rule.rawValue))
            text.add(.text(fault.column ?? ""))
            text.add(.text(fault.detail ?? fault.rule.explanation))
            addOriginal(row.bytes ?? [])
            text.endRecord()
        }
    }

    /// The line break that ends the row is not part of it.
    private mutating func addOriginal(_ bytes: [UInt8]) {
        var row = bytes[...]
        if row.last == 0x0A { row = row.dropLast() }
        if row.last == 0x0D { row = row.dropLast() }
        row.withUnsafeBufferPointer { row in
            // Extracts in UTF-8 have been found valid.
            if encoding == .utf8 {
                text.add(utf8: row)
            } else {
                text.add(.text(encoding.string(UnsafeRawBufferPointer(row))))
            }
        }
    }

    /// The records since the last call.
    public mutating func drain() -> [UInt8] { text.drain() }

    /// How many bytes wait to be drained.
    var pending: Int { text.bytes.count }
}
