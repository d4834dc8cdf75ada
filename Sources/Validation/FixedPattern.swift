/// A pattern with one set of characters at each place and without alternatives, such as `[A-Z]{2}[0-9]{2}/[0-9]{6}`:
/// the form of reference numbers and codes. A column of identifiers has a different value in each row, so such a
/// pattern is compared byte by byte through tables. Every other pattern is a `LinearPattern`.
struct FixedPattern: Sendable {
    /// The offset in `tables` of each place's table.
    private let places: [Int]
    /// One table for each distinct set: 256 bytes, with 1 for a member.
    private let tables: [UInt8]
    /// The ranges of the set, when every place has the same set and that set has few ranges: for example, a reference
    /// of 64 hexadecimal digits.
    private let ranges: Ranges?

    private struct Ranges: Sendable {
        var lows: [SIMD16<UInt8>]
        var spans: [SIMD16<UInt8>]
    }

    /// Returns nil unless the pattern consists of ASCII literals, classes without escapes, and counts.
    init?(_ pattern: String) {
        let special = Set("\\^$.|?*+()]{".utf8)
        var rest = Array(pattern.utf8)[...]
        var places: [Int] = []
        var sets: [Set<UInt8>] = []
        while let byte = rest.popFirst() {
            var set: Set<UInt8> = [byte]
            if byte == UInt8(ascii: "[") {
                guard let end = rest.firstIndex(of: UInt8(ascii: "]")), let inside = Self.members(of: rest[..<end])
                else {
                    return nil
                }
                set = inside
                rest = rest[(end + 1)...]
            } else if byte >= 0x80 || special.contains(byte) {
                return nil
            }
            var count = 1
            if rest.first == UInt8(ascii: "{") {
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
                    let number = Int(String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)),
                    (0...1000).contains(number)
                else { return nil }
                count = number
                rest = rest[(end + 1)...]
            }
            // Quantifiers other than a count allow several lengths.
            if let next = rest.first, "*+?".utf8.contains(next) { return nil }
            if !sets.contains(set) { sets.append(set) }
            let table = (sets.firstIndex(of: set) ?? 0) * 256
            places += Array(repeating: table, count: count)
        }
        self.places = places
        ranges = sets.count == 1 ? Self.ranges(of: sets[0]) : nil
        tables = sets.flatMap { set in (0...255).map { set.contains($0) ? 1 : 0 } }
    }

    /// Returns the members of a character class from the text between its brackets; nil for anything but ASCII literals
    /// and ranges.
    private static func members(of inside: ArraySlice<UInt8>) -> Set<UInt8>? {
        guard !inside.isEmpty, inside.first != UInt8(ascii: "^"), !inside.contains(UInt8(ascii: "\\")),
            !inside.contains(UInt8(ascii: "[")), !inside.contains(UInt8(ascii: "&")), inside.allSatisfy({ $0 < 0x80 })
        else { return nil }
        var members: Set<UInt8> = []
        var rest = inside
        while let first = rest.popFirst() {
            if rest.first == UInt8(ascii: "-"), let last = rest.dropFirst().first {
                guard first <= last else { return nil }
                members.formUnion(first...last)
                rest = rest.dropFirst(2)
            } else {
                members.insert(first)
            }
        }
        return members
    }

    /// Returns whether all the bytes match.
    func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == places.count else { return false }
        if let ranges, bytes.count >= 16 { return unsafe Self.areAll(in: ranges, bytes) }
        return unsafe places.withUnsafeBufferPointer { places in
            unsafe tables.withUnsafeBufferPointer { tables in
                var all: UInt8 = 1
                for index in 0..<bytes.count { unsafe all &= tables[places[index] + Int(bytes[index])] }
                return all == 1
            }
        }
    }

    /// Returns the ranges of the set; nil when there are more than four.
    private static func ranges(of set: Set<UInt8>) -> Ranges? {
        var ranges = Ranges(lows: [], spans: [])
        var low: UInt8?
        for byte in 0...255 as ClosedRange<UInt8> {
            let isLast = byte == 255 || !set.contains(byte + 1)
            guard set.contains(byte) else { continue }
            low = low ?? byte
            guard isLast, let first = low else { continue }
            ranges.lows.append(SIMD16(repeating: first))
            ranges.spans.append(SIMD16(repeating: byte - first))
            low = nil
        }
        return ranges.lows.count <= 4 ? ranges : nil
    }

    /// Returns whether all bytes lie in the ranges, comparing sixteen bytes at a time. The last sixteen bytes may
    /// overlap the bytes before them.
    private static func areAll(in ranges: Ranges, _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        return unsafe ranges.lows.withUnsafeBufferPointer { lows in
            unsafe ranges.spans.withUnsafeBufferPointer { spans in
                var offset = 0
                while true {
                    let block = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
                    var isMember = unsafe (block &- lows[0]) .<= spans[0]
                    for index in 1..<max(1, lows.count) {
                        isMember = unsafe isMember .| ((block &- lows[index]) .<= spans[index])
                    }
                    if unsafe unsafeBitCast(isMember, to: SIMD2<UInt64>.self) != SIMD2(repeating: .max) { return false }
                    guard offset + 16 < bytes.count else { return true }
                    offset = min(offset + 16, bytes.count - 16)
                }
            }
        }
    }
}
