package import Core

/// A row's value, or values, that must be unique in the extract.
package struct KeyedRow: Sendable {
    /// The schema's check that requires unique values.
    package let check: UInt32
    /// Physical line on which the row starts.
    package var line: UInt32
    /// The hash of the values.
    package let key: RecordKey
    /// Where the row starts in the file.
    package let offset: UInt64

    /// From its parts.
    package init(check: UInt32, line: UInt32, key: RecordKey, offset: UInt64) {
        self.check = check
        self.line = line
        self.key = key
        self.offset = offset
    }
}

/// The rows of an extract that repeat what must be unique: of rows with the same values the first in the file is sound, and
/// every later one is at fault. It depends on the file alone, however it was shared out to threads.
package struct RepeatedKeys: Sendable {
    /// A check that fails, and the line on which the values stand first.
    package struct Repeat: Hashable, Sendable {
        package let check: Int
        package let firstLine: Int
    }

    private var byOffset: [UInt64: [Repeat]] = [:]

    /// Nothing is repeated.
    init() {}

    /// Compares the rows, which are given in the order of the file.
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

    /// What the row that starts at the offset repeats.
    package subscript(offset: UInt64) -> [Repeat] { byOffset[offset] ?? [] }
}
