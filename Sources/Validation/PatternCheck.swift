import Tabular

/// The whole value must match a pattern.
///
/// Reference numbers and codes have patterns such as `[A-Z]{2}[0-9]{2}/[0-9]{6}`: a set of characters at each place
/// and nothing to choose from. Those are compared byte by byte (a column of identifiers has a value a row); every
/// other pattern goes to the standard library's regular expressions.
struct PatternCheck: ValueCheck {
    private let places: [ByteSet]?
    private let expression: UncheckedRegex?

    /// Nil when the pattern is not a regular expression.
    init?(_ pattern: String) {
        places = Self.fixedPlaces(pattern)
        if places == nil {
            guard let regex = try? Regex(pattern) else { return nil }
            expression = UncheckedRegex(regex: regex)
        } else {
            expression = nil
        }
    }

    func fault(in value: String) -> FindingRule? {
        if places != nil {
            var value = value
            return value.withUTF8 { matches(UnsafeRawBufferPointer($0)) } ? nil : .patternMismatch
        }
        guard let expression else { return nil }
        return (try? expression.regex.wholeMatch(in: value)) != nil ? nil : .patternMismatch
    }

    /// Whether `matches(_:)` may be asked.
    var isFixed: Bool { places != nil }

    /// Whether the bytes match a pattern of fixed places.
    func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let places, bytes.count == places.count else { return false }
        return places.withUnsafeBufferPointer { places in
            for index in 0..<bytes.count where !places[index].contains(bytes[index]) { return false }
            return true
        }
    }

    /// The sets of a pattern made of ASCII literals, classes without escapes, and counts; nil for any other.
    private static func fixedPlaces(_ pattern: String) -> [ByteSet]? {
        let special = Set("\\^$.|?*+()".utf8)
        var rest = Array(pattern.utf8)[...]
        var places: [ByteSet] = []
        while let byte = rest.popFirst() {
            var set = ByteSet()
            if byte == UInt8(ascii: "[") {
                guard let end = rest.firstIndex(of: UInt8(ascii: "]")), let parsed = ByteSet(class: rest[..<end]) else {
                    return nil
                }
                set = parsed
                rest = rest[(end + 1)...]
            } else {
                guard byte < 0x80, !special.contains(byte), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "]") else {
                    return nil
                }
                set.insert(byte)
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
            places += Array(repeating: set, count: count)
        }
        return places
    }
}

/// `Regex` has no `Sendable` conformance; this one is compiled once and only ever matched with.
private struct UncheckedRegex: @unchecked Sendable {
    let regex: Regex<AnyRegexOutput>
}

/// A set of bytes.
struct ByteSet: Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init() {}

    /// The inside of a character class: literals and ranges of ASCII; nil for anything else.
    init?(class inside: ArraySlice<UInt8>) {
        guard !inside.isEmpty, inside.first != UInt8(ascii: "^"), !inside.contains(UInt8(ascii: "\\")),
            !inside.contains(UInt8(ascii: "[")), inside.allSatisfy({ $0 < 0x80 })
        else { return nil }
        var rest = inside
        while let first = rest.popFirst() {
            if rest.first == UInt8(ascii: "-"), let last = rest.dropFirst().first {
                guard first <= last else { return nil }
                for byte in first...last { insert(byte) }
                rest = rest.dropFirst(2)
            } else {
                insert(first)
            }
        }
    }

    mutating func insert(_ byte: UInt8) {
        let bit = UInt64(1) << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: words.0 |= bit
        case 1: words.1 |= bit
        case 2: words.2 |= bit
        default: words.3 |= bit
        }
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word =
            switch byte >> 6 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return word >> UInt64(byte & 63) & 1 == 1
    }
}
