/// Chance as a function of a key: the content of a row depends only on its number, so rows can be made in any order.
struct Chance {
    private var state: UInt64

    init(_ seed: UInt64, _ stream: Stream, _ key: Int) {
        state = Self.mixed(seed &* 0x9E37_79B9_7F4A_7C15 &+ stream.rawValue) &+ UInt64(key) &* 0xD129_0D3A_5FEB_AD25
    }

    /// Streams of one seed are independent of each other.
    enum Stream: UInt64 {
        case country = 1, cell, point, row, type, fault, repeated, identifier, order
    }

    mutating func next() -> UInt64 {
        state &+= 0xA076_1D64_78BD_642F
        return Self.mixed(state)
    }

    /// A number from 0 up to, not including, `bound`.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    /// A one-to-one function in which every bit of the result depends on every bit of the word (the finaliser of
    /// MurmurHash3).
    static func mixed(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ (word >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        word = (word ^ (word >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return word ^ (word >> 33)
    }
}

/// The numbers from 0 up to a count, in another order and without a table. The rounds of a Feistel network are repeated
/// while the result is too large.
struct Shuffle {
    private let seed: UInt64
    private let count: Int
    private let halfBits: Int

    init(seed: UInt64, count: Int) {
        self.seed = seed
        self.count = count
        halfBits = (Int.bitWidth - count.leadingZeroBitCount + 1) / 2
    }

    subscript(_ index: Int) -> Int {
        let mask = 1 << halfBits - 1
        var value = index
        repeat {
            var (left, right) = (value >> halfBits, value & mask)
            for round in 0..<4 {
                var chance = Chance(seed, .order, right << 2 | round)
                (left, right) = (right, left ^ Int(truncatingIfNeeded: chance.next()) & mask)
            }
            value = left << halfBits | right
        } while value >= count
        return value
    }
}
