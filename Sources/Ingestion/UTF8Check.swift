/// Checks a stream of blocks for valid UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF).
struct UTF8Check {
    /// How many continuation bytes must follow, and the range in which the next one must lie.
    private var expected = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    /// Returns the position of the first invalid byte in the block; nil when there is none.
    mutating func firstFault(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
        let raw = UnsafeRawPointer(bytes)
        var position = 0
        while position < count {
            if expected == 0 {
                while position + 32 <= count {
                    let a = raw.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
                    if (a[0] | a[1] | a[2] | a[3]) & 0x8080_8080_8080_8080 != 0 { break }
                    position += 32
                }
                while position < count, bytes[position] < 0x80 { position += 1 }
                guard position < count else { return nil }
                guard begin(bytes[position]) else { return position }
            } else {
                guard (low...high).contains(bytes[position]) else { return position }
                (low, high) = (0x80, 0xBF)
                expected -= 1
            }
            position += 1
        }
        return nil
    }

    /// Whether the stream may end here.
    var isComplete: Bool { expected == 0 }

    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: expected = 1
        case 0xE0: (expected, low) = (2, 0xA0)
        case 0xED: (expected, high) = (2, 0x9F)
        case 0xE1...0xEF: expected = 2
        case 0xF0: (expected, low) = (3, 0x90)
        case 0xF4: (expected, high) = (3, 0x8F)
        case 0xF1...0xF3: expected = 3
        default: return false
        }
        return true
    }
}
