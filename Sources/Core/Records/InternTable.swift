/// The distinct byte strings of a column, each with a code: 0, 1, 2 … in order of first appearance.
///
/// Open addressing over a power-of-two table with entries `tag << 32 | code + 1`; the bytes lie end to end in one
/// arena. The table is a struct of plain pointers, owned by a `ByteDictionary`. The parser's C callbacks use it once
/// for each field, and class storage would cost an exclusivity check each time.
@frozen
public struct InternTable {
    @usableFromInline var slots: UnsafeMutablePointer<UInt64>
    @usableFromInline var slotMask: Int
    @usableFromInline var arena: UnsafeMutablePointer<UInt8>
    @usableFromInline var arenaUsed = 0
    @usableFromInline var arenaCapacity: Int
    /// `ends[code]` is where the code's bytes end in the arena; they start where the previous ones end.
    @usableFromInline var ends: UnsafeMutablePointer<UInt32>
    @usableFromInline var endsCapacity: Int
    /// How many distinct values there are.
    public internal(set) var count = 0
    /// Set when a value does not fit because the distinct values would exceed `maxBytes`.
    public internal(set) var isFull = false

    /// The maximum size of all distinct values together, in bytes. A larger column hardly repeats its values, so codes
    /// would save nothing.
    public static let maxBytes = 1 << 30

    init() {
        slots = .allocate(capacity: 64)
        slots.initialize(repeating: 0, count: 64)
        slotMask = 63
        arenaCapacity = 1024
        arena = .allocate(capacity: arenaCapacity)
        endsCapacity = 32
        ends = .allocate(capacity: endsCapacity)
    }

    func deallocate() {
        slots.deallocate()
        arena.deallocate()
        ends.deallocate()
    }

    /// Returns a 64-bit hash of the bytes: folded 128-bit products of two 8-byte words, in the manner of wyhash. Most
    /// values have at most sixteen bytes and cost one multiplication.
    @inlinable
    public static func hash(_ bytes: UnsafePointer<UInt8>, _ length: Int, seed: UInt64 = 0x9E37_79B9_7F4A_7C15)
        -> UInt64
    {
        let raw = UnsafeRawPointer(bytes)
        let size = UInt64(truncatingIfNeeded: length) &* 0xA076_1D64_78BD_642F
        if length >= 8 {
            var state = seed
            var offset = 0
            while length - offset > 16 {
                let first = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let second = raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
                state = fold(first ^ state, second ^ 0xE703_7ED1_A0B4_28DB)
                offset += 16
            }
            // The last words may overlap each other or earlier ones.
            let first = raw.loadUnaligned(fromByteOffset: max(0, length - 16), as: UInt64.self)
            let second = raw.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
            return fold(first ^ state, second ^ size ^ 0x8EBC_6AF0_9C88_C6E3)
        }
        var word: UInt64 = 0
        if length >= 4 {
            word = UInt64(raw.loadUnaligned(as: UInt32.self)) << 32
            word |= UInt64(raw.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self))
        } else if length > 0 {
            word = UInt64(bytes[0]) << 16 | UInt64(bytes[length >> 1]) << 8 | UInt64(bytes[length - 1])
        }
        return fold(word ^ seed, size ^ 0x5899_65CC_7537_4CC3)
    }

    @inlinable
    @inline(__always)
    package static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    /// Returns the code of the bytes, and adds the bytes when they are new. The arena holds at most `maxBytes`.
    @inlinable
    public mutating func intern(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        let hash = Self.hash(bytes, length)
        let tag = hash & 0xFFFF_FFFF_0000_0000
        var slot = Int(truncatingIfNeeded: hash) & slotMask
        while true {
            let entry = slots[slot]
            if entry == 0 { return insert(bytes, length, tag: tag, slot: slot) }
            if entry & 0xFFFF_FFFF_0000_0000 == tag {
                let code = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1
                if matches(code, bytes, length) { return UInt32(truncatingIfNeeded: code) }
            }
            slot = (slot + 1) & slotMask
        }
    }

    /// Returns whether the code stands for exactly these bytes.
    @inlinable
    @inline(__always)
    public func matches(_ code: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let start = code == 0 ? 0 : Int(ends[code - 1])
        guard Int(ends[code]) - start == length else { return false }
        let stored = UnsafeRawPointer(arena + start)
        let given = UnsafeRawPointer(bytes)
        if length >= 8 {
            var offset = 0
            while offset + 8 <= length {
                let a = stored.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                if a != given.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
                offset += 8
            }
            return stored.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
                == given.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
        }
        if length >= 4 {
            return stored.loadUnaligned(as: UInt32.self) == given.loadUnaligned(as: UInt32.self)
                && stored.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self)
                    == given.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self)
        }
        for offset in 0..<length where arena[start + offset] != bytes[offset] { return false }
        return true
    }

    @usableFromInline
    mutating func insert(_ bytes: UnsafePointer<UInt8>, _ length: Int, tag: UInt64, slot: Int) -> UInt32 {
        let code = count
        guard arenaUsed + length <= Self.maxBytes else {
            isFull = true
            return 0
        }
        if code == endsCapacity {
            ends = Self.grown(ends, used: code, to: endsCapacity * 2)
            endsCapacity *= 2
        }
        if arenaUsed + length > arenaCapacity {
            let capacity = max(arenaCapacity * 2, arenaUsed + length)
            arena = Self.grown(arena, used: arenaUsed, to: capacity)
            arenaCapacity = capacity
        }
        (arena + arenaUsed).update(from: bytes, count: length)
        arenaUsed += length
        ends[code] = UInt32(arenaUsed)
        count += 1
        slots[slot] = tag | UInt64(code + 1)
        if count * 2 > slotMask { rehash() }
        return UInt32(code)
    }

    private mutating func rehash() {
        slots.deallocate()
        slotMask = (slotMask + 1) * 2 - 1
        slots = .allocate(capacity: slotMask + 1)
        slots.initialize(repeating: 0, count: slotMask + 1)
        for code in 0..<count {
            let start = code == 0 ? 0 : Int(ends[code - 1])
            let hash = Self.hash(arena + start, Int(ends[code]) - start)
            var slot = Int(truncatingIfNeeded: hash) & slotMask
            while slots[slot] != 0 { slot = (slot + 1) & slotMask }
            slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
        }
    }

    private static func grown<T>(_ old: UnsafeMutablePointer<T>, used: Int, to capacity: Int) -> UnsafeMutablePointer<T>
    {
        let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
        new.moveInitialize(from: old, count: used)
        old.deallocate()
        return new
    }

    /// Returns a pointer to the code's first byte; valid until the next `intern`.
    @inlinable
    @inline(__always)
    public func start(of code: Int) -> UnsafePointer<UInt8> {
        UnsafePointer(arena + (code == 0 ? 0 : Int(ends[code - 1])))
    }

    /// Returns the bytes that the code stands for; valid until the next `intern`.
    public func bytes(_ code: Int) -> UnsafeRawBufferPointer {
        let start = code == 0 ? 0 : Int(ends[code - 1])
        return UnsafeRawBufferPointer(start: arena + start, count: Int(ends[code]) - start)
    }
}

/// The owner of an `InternTable`, for the packages that read the table after ingestion.
public final class ByteDictionary {
    /// The table, for the parser.
    public let table: UnsafeMutablePointer<InternTable>

    /// Creates an empty dictionary.
    public init() {
        table = .allocate(capacity: 1)
        table.initialize(to: InternTable())
    }

    deinit {
        table.pointee.deallocate()
        table.deallocate()
    }

    /// How many distinct values there are.
    public var count: Int { table.pointee.count }

    /// Returns the text of a value.
    public func string(_ code: Int, _ encoding: TextEncoding) -> String { encoding.string(table.pointee.bytes(code)) }
}
