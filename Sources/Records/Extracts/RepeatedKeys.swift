package import Core

/// A row's value, or combination of values, that must be unique in the extract.
package struct KeyedRow: Sendable {
    /// The schema's check that requires unique values.
    package let check: UInt32
    /// Physical line on which the row starts.
    package var line: UInt32
    /// The hash of the values.
    package let key: RecordKey
    /// Where the row starts in the file.
    package let offset: UInt64

    /// Creates a keyed row from its parts.
    package init(check: UInt32, line: UInt32, key: RecordKey, offset: UInt64) {
        self.check = check
        self.line = line
        self.key = key
        self.offset = offset
    }
}

/// The rows of an extract that repeat values that must be unique. The first row with the values is sound, and every
/// later one is at fault. The result depends only on the file, not on how it was divided between threads.
package struct RepeatedKeys: Sendable {
    /// A check that fails, and the line of the first row with the values.
    package struct Repeat: Hashable, Sendable {
        package let check: Int
        package let firstLine: Int
    }

    private var byOffset: [UInt64: [Repeat]] = [:]

    /// Creates an empty result.
    init() {}

    /// Compares the rows, which must be in file order.
    package init(among rows: [KeyedRow]) {
        var table = PositionTable(capacity: rows.count)
        unsafe rows.withUnsafeBufferPointer { rows in
            for unsafe(position, row) in unsafe rows.enumerated() {
                let (first, slot) = table.find(row.key.high) {
                    unsafe rows[$0].key == row.key && rows[$0].check == row.check
                }
                if let first {
                    unsafe byOffset[row.offset, default: []].append(
                        Repeat(check: Int(row.check), firstLine: Int(rows[first].line)))
                } else {
                    table.put(position, at: slot)
                }
            }
        }
    }

    /// Whether no row is at fault.
    package var isEmpty: Bool { byOffset.isEmpty }

    /// Returns the checks that the row at the offset fails.
    package subscript(offset: UInt64) -> [Repeat] { byOffset[offset] ?? [] }
}
