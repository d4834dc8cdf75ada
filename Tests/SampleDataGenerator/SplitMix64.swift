/// A small random number generator that makes the same numbers on every machine.
///
/// The standard library's generators may change between releases of Swift. The sample data must not change, because the
/// expected figures of the golden runs are counted from it.
struct SplitMix64 {
    private var state: UInt64

    /// Starts a sequence. Equal seeds give equal sequences.
    init(seed: UInt64) {
        state = seed
    }

    /// Returns the next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns a number from 0 up to but not including `bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Returns a number in the range, including both ends.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Returns a day in the range, including both ends.
    mutating func day(in range: ClosedRange<CalendarDate>) -> CalendarDate {
        range.lowerBound.adding(days: below(range.lowerBound.days(until: range.upperBound) + 1))
    }

    /// Returns true about `percent` times in a hundred.
    mutating func chance(percent: Int) -> Bool {
        below(100) < percent
    }

    /// Returns one element of an array that is not empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// Returns a position, drawn in proportion to the shares.
    mutating func position(shares: [Int]) -> Int {
        var rest = below(shares.reduce(0, +))
        for (position, share) in shares.enumerated() {
            if rest < share { return position }
            rest -= share
        }
        return shares.count - 1
    }

    /// Returns the elements in random order.
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var shuffled = elements
        for last in stride(from: shuffled.count - 1, to: 0, by: -1) {
            shuffled.swapAt(last, below(last + 1))
        }
        return shuffled
    }
}
