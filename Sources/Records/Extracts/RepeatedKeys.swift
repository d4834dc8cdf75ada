package import Core

/// A row's value, or values, that must be unique in the extract.
package struct KeyedRow: Sendable {
    /// The schema's check that asks for it.
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
        var slots = [UInt32](repeating: 0, count: 1 << 10)
        while slots.count < rows.count * 2 { slots += slots }
        rows.withUnsafeBufferPointer { rows in
            for (position, row) in rows.enumerated() {
                var slot = Int(truncatingIfNeeded: row.key.high) & (slots.count - 1)
                while slots[slot] != 0 {
                    let other = rows[Int(slots[slot]) - 1]
                    if other.key == row.key, other.check == row.check {
                        byOffset[row.offset, default: []].append(
                            Repeat(check: Int(row.check), firstLine: Int(other.line)))
                        break
                    }
                    slot = (slot + 1) & (slots.count - 1)
                }
                if slots[slot] == 0 { slots[slot] = UInt32(position + 1) }
            }
        }
    }

    /// Whether no row is at fault.
    package var isEmpty: Bool { byOffset.isEmpty }

    /// What the row that starts at the offset repeats.
    package subscript(offset: UInt64) -> [Repeat] { byOffset[offset] ?? [] }
}
