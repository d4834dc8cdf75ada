import Tabular

/// A row's value, or values, that must be unique in the extract.
struct KeyedRow: Sendable {
    /// The schema's check that asks for it.
    let check: UInt32
    /// Physical line on which the row starts.
    var line: UInt32
    /// The hash of the values.
    let key: RecordKey
    /// Where the row starts in the file.
    let offset: UInt64
}

/// The rows of an extract that repeat what must be unique: of rows with the same values the first in the file is sound, and
/// every later one is at fault. It depends on the file alone, however it was shared out to threads.
struct RepeatedKeys: Sendable {
    /// A check that fails, and the line on which the values stand first.
    struct Repeat: Hashable, Sendable {
        let check: Int
        let firstLine: Int
    }

    private var byOffset: [UInt64: [Repeat]] = [:]

    /// Nothing is repeated.
    init() {}

    /// Compares the rows, which are given in the order of the file.
    init(among rows: [KeyedRow]) {
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
    var isEmpty: Bool { byOffset.isEmpty }

    /// What the row that starts at the offset repeats.
    subscript(offset: UInt64) -> [Repeat] { byOffset[offset] ?? [] }
}
