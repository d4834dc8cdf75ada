public import Core

/// Counts by area, month, category and flags, in a hash table with open addressing and packed keys.
public struct FactCube: Sendable {
    @usableFromInline var keys: [UInt64]
    @usableFromInline var counts: [Int]
    @usableFromInline var mask: Int
    @usableFromInline var used = 0
    /// The slot of the last key: neighbouring rows tend to share a cell.
    @usableFromInline var lastSlot = 0

    /// Creates a cube without facts. It starts small, since there is one for every extract, and grows.
    public init() {
        keys = Array(repeating: 0, count: 16)
        counts = Array(repeating: 0, count: 16)
        mask = 15
    }

    /// How many cells have a count.
    public var cellCount: Int { used }

    /// Adds to a cell.
    @inlinable
    public mutating func add(_ key: FactKey, _ count: Int = 1) {
        if keys[lastSlot] == key.word {
            counts[lastSlot] += count
            return
        }
        var slot = Self.slot(key.word, mask)
        while keys[slot] != key.word {
            if keys[slot] == 0 {
                insert(key.word, count, slot)
                return
            }
            slot = (slot + 1) & mask
        }
        counts[slot] += count
        lastSlot = slot
    }

    /// Adds one to the cell of each key with a zero mark, and returns how many such keys there were.
    public mutating func add(
        _ words: UnsafePointer<UInt64>, marks: UnsafePointer<UInt8>, count: Int
    ) -> Int {
        var added = 0
        var row = 0
        while row < count {
            // Until there is a new cell, nothing moves, so the arrays can be written to without a check for other
            // owners.
            let stopped = unsafe keys.withUnsafeBufferPointer { keys in
                unsafe counts.withUnsafeMutableBufferPointer { counts in
                    var last = lastSlot
                    while row < count {
                        if unsafe marks[row] == 0 {
                            let word = unsafe words[row]
                            if unsafe keys[last] != word {
                                var slot = Self.slot(word, mask)
                                while unsafe keys[slot] != word {
                                    if unsafe keys[slot] == 0 { return last }
                                    slot = (slot + 1) & mask
                                }
                                last = slot
                            }
                            unsafe counts[last] += 1
                            added += 1
                        }
                        row += 1
                    }
                    return last
                }
            }
            lastSlot = stopped
            guard row < count else { break }
            unsafe add(FactKey(word: words[row]))
            added += 1
            row += 1
        }
        return added
    }

    /// Returns the first slot to try. The area is in the highest bits of a key, so both halves of the product must
    /// count.
    @inlinable
    static func slot(_ word: UInt64, _ mask: Int) -> Int {
        let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low) & mask
    }

    @usableFromInline
    mutating func insert(_ word: UInt64, _ count: Int, _ slot: Int) {
        keys[slot] = word
        counts[slot] = count
        lastSlot = slot
        used += 1
        guard used * 2 > mask else { return }
        let (oldKeys, oldCounts) = (keys, counts)
        mask = (mask + 1) * 2 - 1
        keys = Array(repeating: 0, count: mask + 1)
        counts = Array(repeating: 0, count: mask + 1)
        for (key, count) in zip(oldKeys, oldCounts) where key != 0 {
            var slot = Self.slot(key, mask)
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            counts[slot] = count
        }
        lastSlot = 0
    }

    /// Adds every cell of the other cube.
    public mutating func merge(_ other: FactCube) {
        if used == 0 { self = other } else { other.forEach { add($0, $1) } }
    }

    /// Calls the body with every cell that has ever been added to, in no particular order.
    public func forEach(_ body: (FactKey, Int) -> Void) {
        for slot in keys.indices where keys[slot] != 0 { body(FactKey(word: keys[slot]), counts[slot]) }
    }
}
