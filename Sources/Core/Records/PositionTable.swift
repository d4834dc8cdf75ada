/// Positions in a list, found by the hash of the element at each position. Uses open addressing over a power-of-two
/// number of slots. The caller keeps the list and decides which elements are equal.
@frozen
public struct PositionTable: Sendable {
    /// For each slot, the position in it plus one; 0 when the slot is free.
    @usableFromInline var slots: [UInt32]
    @usableFromInline var mask: Int
    @usableFromInline var used = 0

    /// How many positions are stored.
    public var count: Int { used }

    /// Creates a table with room for `capacity` positions.
    public init(capacity: Int) {
        var size = 1 << 10
        while size < capacity * 2 { size += size }
        slots = [UInt32](repeating: 0, count: size)
        mask = size - 1
    }

    /// Returns the position of the equal element, or nil and the free slot where its position would go.
    @inlinable
    @inline(__always)
    public func find(_ hash: UInt64, isSame: (Int) -> Bool) -> (position: Int?, slot: Int) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if isSame(position) { return (position, slot) }
            slot = (slot + 1) & mask
        }
        return (nil, slot)
    }

    /// Stores a position in the free slot that `find` returned for it.
    @inlinable
    public mutating func put(_ position: Int, at slot: Int) {
        slots[slot] = UInt32(position + 1)
        used += 1
    }

    /// Whether another position would make look-ups slow.
    @inlinable public var isFull: Bool { used * 2 > slots.count }

    /// Returns a table of twice the size with the positions from 0 on; `hash` returns the hash of the element at a
    /// position.
    public func grown(_ hash: (Int) -> UInt64) -> PositionTable {
        var larger = PositionTable(capacity: slots.count)
        for position in 0..<used {
            larger.put(position, at: larger.find(hash(position)) { _ in false }.slot)
        }
        return larger
    }

    /// Removes every position and keeps the capacity.
    public mutating func removeAll() {
        for slot in slots.indices { slots[slot] = 0 }
        used = 0
    }
}
