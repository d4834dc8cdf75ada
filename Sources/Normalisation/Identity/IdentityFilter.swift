public import Core

/// Finds the rows with one of a few identifiers among many identified rows.
public struct IdentityFilter: Sendable {
    /// One bit for the highest bits of each identifier. A row without any of the identifiers then nearly always needs
    /// only one look-up.
    private var bits = [UInt64](repeating: 0, count: 1 << 15)
    private var positions: [UInt64: [Int]] = [:]
    private let keys: [RecordKey]

    /// Creates a filter for the identifiers.
    public init(_ keys: [RecordKey]) {
        self.keys = keys
        for (position, key) in keys.enumerated() {
            bits[Int(key.high >> 49)] |= 1 << (key.high >> 43 & 63)
            positions[key.high, default: []].append(position)
        }
    }

    /// Calls the body for each row of the block that has one of the identifiers. The body gets the identifier's
    /// position in `keys`, the row's physical line, and the row.
    public func forEachMatch(
        in block: IdentifiedBlock, _ body: (_ position: Int, _ line: Int, _ row: IdentifiedRow) -> Void
    ) {
        bits.withUnsafeBufferPointer { bits in
            for row in block.rows {
                guard bits[Int(row.hash >> 49)] & 1 << (row.hash >> 43 & 63) != 0 else { continue }
                for position in positions[row.hash] ?? [] where row.hasIdentity(keys[position]) {
                    body(position, block.lineBase + Int(row.line), row)
                }
            }
        }
    }
}
