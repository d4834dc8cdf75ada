public import Core
public import Releases

/// Quarantined rows as CSV, with one record for each row; its last column has the row as it is in the extract. To
/// correct rows, edit the last column and put the file into the landing folder, where it is read. For this purpose,
/// each record also has the name and the hash of the extract.
public struct QuarantineCSV {
    /// The header. A corrected file is recognised by it.
    public static let header = ["extract", "sha256", "line", "rule", "column", "reason", "row"]

    private let extract: String
    private let sha256: String
    private let encoding: TextEncoding
    private var text = CSVWriter(header: header)

    /// Creates an empty file for an extract.
    public init(extract: String, sha256: String, encoding: TextEncoding) {
        self.extract = extract
        self.sha256 = sha256
        self.encoding = encoding
    }

    /// Appends the row under the first of its faults, which is the fault under which it is counted.
    public mutating func append(_ row: QuarantinedRow) {
        text.add(.text(extract))
        text.add(.text(sha256))
        text.add(.number(String(row.line)))
        text.add(.text(row.faults.first?.rule.rawValue ?? ""))
        text.add(.text(row.faults.first?.column ?? ""))
        if row.faults.count == 1 {
            text.add(.text(row.faults[0].explanation))
        } else {
            let reasons = row.faults.map { fault in
                (fault.column.map { "\($0): " } ?? "") + fault.explanation
            }
            text.add(.text(reasons.joined(separator: "; ")))
        }
        addOriginal(row.bytes ?? [])
        text.endRecord()
    }

    /// Adds the row as it is in the extract, without the line break at its end.
    private mutating func addOriginal(_ bytes: [UInt8]) {
        var row = bytes[...]
        if row.last == 0x0A { row = row.dropLast() }
        if row.last == 0x0D { row = row.dropLast() }
        // The bytes of an extract in UTF-8 are known to be valid.
        if encoding == .utf8 {
            text.add(utf8: row)
        } else {
            text.add(.text(encoding.string(Array(row))))
        }
    }

    /// Returns the records since the last call.
    public mutating func drain() -> [UInt8] { text.drain() }

    /// The number of bytes that have not been drained yet.
    package var pending: Int { text.bytes.count }
}
