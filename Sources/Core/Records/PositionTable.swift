/// Positions in a list by the hash of what stands there, by open addressing over a power of two of slots. The list is kept by
/// whoever asks, who also says what is equal.
@frozen
public struct PositionTable: Sendable {
    /// One more than the position; 0 for a free slot.
    @usableFromInline var slots: [UInt32]
    @usableFromInline var mask: Int
    @usableFromInline var used = 0

    /// How many positions it has.
    public var count: Int { used }

    /// A table with room for so many positions.
    public init(capacity: Int) {
        var size = 1 << 10
        while size < capacity * 2 { size += size }
        slots = [UInt32](repeating: 0, count: size)
        mask = size - 1
    }

    /// The position of what is equal, or nil and the free slot where it would stand.
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

    /// Puts a position into a free slot, which `find` gave for it.
    @inlinable
    public mutating func put(_ position: Int, at slot: Int) {
        slots[slot] = UInt32(position + 1)
        used += 1
    }

    /// Whether another position would make looking up slow.
    @inlinable public var isFull: Bool { used * 2 > slots.count }

    /// A table of twice the size with the positions from 0 on; `hash` is that of what stands there.
    public func grown(_ hash: (Int) -> UInt64) -> PositionTable {
        var larger = PositionTable(capacity: slots.count)
        for position in 0..<used {
            larger.put(position, at: larger.find(hash(position)) { _ in false }.slot)
        }
        return larger
    }

    /// Forgets every position, and keeps its room.
    public mutating func removeAll() {
        for slot in slots.indices { slots[slot] = 0 }
        used = 0
    }
}
