/// A pattern with a set of characters at each place and nothing to choose from, such as `[A-Z]{2}[0-9]{2}/[0-9]{6}`:
/// the form of reference numbers and codes. A column of identifiers has a value a row, so this is compared byte by byte
/// through tables; every other pattern goes to the standard library's regular expressions.
struct FixedPattern: Sendable {
    /// For each place, where its set's table starts in `tables`.
    private let places: [Int]
    /// One table a distinct set: 256 bytes, 1 for a member.
    private let tables: [UInt8]
    /// Whether every place has the same set.
    private let isUniform: Bool

    /// Nil unless the pattern is made of ASCII literals, classes without escapes, and counts.
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
            // Quantifiers other than a count leave a choice.
            if let next = rest.first, "*+?".utf8.contains(next) { return nil }
            if !sets.contains(set) { sets.append(set) }
            let table = (sets.firstIndex(of: set) ?? 0) * 256
            places += Array(repeating: table, count: count)
        }
        self.places = places
        isUniform = sets.count == 1
        tables = sets.flatMap { set in (0...255).map { set.contains($0) ? 1 : 0 } }
    }

    /// The members of a character class, from what stands between the brackets; nil for anything but literals and
    /// ranges of ASCII.
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

    /// Whether all the bytes match.
    func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == places.count else { return false }
        if isUniform {
            return tables.withUnsafeBufferPointer { table in
                var all: UInt8 = 1
                for byte in bytes { all &= table[Int(byte)] }
                return all == 1
            }
        }
        return places.withUnsafeBufferPointer { places in
            tables.withUnsafeBufferPointer { tables in
                var all: UInt8 = 1
                for index in 0..<bytes.count { all &= tables[places[index] + Int(bytes[index])] }
                return all == 1
            }
        }
    }
}
