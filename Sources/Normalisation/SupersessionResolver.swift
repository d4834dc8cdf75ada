import Tabular

/// Decides which row stands for an identifier when several have it.
///
/// Extracts are taken in the order of delivery. Within one, an equal repeat is a duplicate, and of differing ones the
/// last counts, which is a finding. Across extracts the later row supersedes the earlier, whatever either says: a crime
/// that was cancelled or moved out of the area leaves the count.
public struct SupersessionResolver {
    /// What became of a row among the others.
    public enum Standing: UInt8, Sendable {
        case stands, duplicate, superseded
    }

    /// For each extract, the standing of each of its identified rows.
    public private(set) var standings: [[Standing]] = []
    /// For each extract, the lines of rows that differ from an earlier row of the same identifier in it.
    public private(set) var differingRepeats: [[UInt32]] = []

    /// Compares the rows of all extracts of a source, given in the order of delivery.
    public init(_ extracts: [[IdentifiedRow]]) {
        standings = extracts.map { Array(repeating: .stands, count: $0.count) }
        differingRepeats = extracts.map { _ in [] }
        var holders = HolderTable(expected: extracts.reduce(0) { $0 + $1.count })
        for (extract, rows) in extracts.enumerated() {
            for (position, row) in rows.enumerated() {
                let new = Holder(extract: UInt32(extract), row: UInt32(position))
                guard let old = holders.exchange(row.identity, new, in: extracts) else { continue }
                let held = extracts[Int(old.extract)][Int(old.row)]
                let isRepeat =
                    Int(old.extract) == extract && held.content == row.content && held.outcomeByte == row.outcomeByte
                if isRepeat {
                    standings[extract][position] = .duplicate
                    _ = holders.exchange(row.identity, old, in: extracts)
                } else {
                    if Int(old.extract) == extract { differingRepeats[extract].append(row.line) }
                    standings[Int(old.extract)][Int(old.row)] = .superseded
                }
            }
        }
    }
}

/// The row that stands for an identifier so far.
private struct Holder {
    var extract: UInt32
    var row: UInt32
    static let none = Holder(extract: .max, row: .max)
}

/// Identifier → row that stands for it, by open addressing; the identifiers themselves stay with the rows.
private struct HolderTable {
    private var slots: [Holder]
    private let mask: Int

    init(expected: Int) {
        var capacity = 16
        while capacity < expected * 2 { capacity *= 2 }
        slots = Array(repeating: .none, count: capacity)
        mask = capacity - 1
    }

    /// Puts the row in the identifier's place; returns the row that was there.
    mutating func exchange(_ identity: RecordKey, _ new: Holder, in extracts: [[IdentifiedRow]]) -> Holder? {
        var slot = Int(truncatingIfNeeded: identity.high) & mask
        while slots[slot].extract != .max {
            let held = slots[slot]
            if extracts[Int(held.extract)][Int(held.row)].identity == identity {
                slots[slot] = new
                return held
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = new
        return nil
    }
}
