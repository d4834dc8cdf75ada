import Core
import Glibc

/// The letters and digits of the lines among which a header is looked for. Where they lack every name of a column that a
/// schema needs, no line is its header: that is known without trying any.
struct HeaderLetters {
    /// With a NUL after them, as C searches texts.
    private let letters: [CChar]

    /// The letters after the offset; nil when they are not those of every line that would be tried, or show nothing.
    init?(_ preamble: Preamble, after start: Int = 0) {
        let end = Self.endOfCandidates(preamble.bytes)
        guard end != nil || !preamble.isPart,
            let letters = Self.letters(preamble.bytes[start..<max(start, end ?? preamble.bytes.count)])
        else { return nil }
        self.letters = letters
    }

    /// Whether a column that the schema needs is under none of its names.
    func lack(_ names: NeededNames) -> Bool {
        names.ofFields.contains { names in !names.contains { strstr(letters, $0) != nil } }
    }

    /// Where the lines that would be tried end: so many that are not blank, and no quote that joins any of them. Nil when
    /// there are fewer.
    private static func endOfCandidates(_ bytes: [UInt8]) -> Int? {
        var (lines, last) = (0, UInt8(10))
        for (offset, byte) in bytes.enumerated() {
            if byte == 34 { return nil }
            if byte == 10 || byte == 13, last != 10, last != 13 {
                lines += 1
                if lines == HeaderSearch.maxCandidates { return offset + 1 }
            }
            last = byte
        }
        return nil
    }

    /// The ASCII letters, in lower case, and digits among the bytes: names that bind have the same ones in the same order.
    /// Nil when there is a sign of the kelvin, the one other character that is a Latin letter in lower case.
    static func letters(_ bytes: ArraySlice<UInt8>) -> [CChar]? {
        var hasKelvin = false
        let letters = [CChar](unsafeUninitializedCapacity: bytes.count + 1) { letters, count in
            var lastTwo: (UInt8, UInt8) = (0, 0)
            for byte in bytes {
                switch byte {
                case 0x30...0x39, 0x61...0x7A:
                    letters[count] = CChar(byte)
                    count += 1
                case 0x41...0x5A:
                    letters[count] = CChar(byte | 0x20)
                    count += 1
                case 0xAA where lastTwo == (0xE2, 0x84): hasKelvin = true
                default: break
                }
                lastTwo = (lastTwo.1, byte)
            }
            letters[count] = 0
            count += 1
        }
        return hasKelvin ? nil : letters
    }

    /// The letters of the names of each column that a schema needs, as far as those are plain ASCII.
    struct NeededNames: Sendable {
        let ofFields: [[[CChar]]]

        init(_ schema: TableSchema) {
            ofFields = schema.fields.filter(\.isNeeded).map { [$0.name] + $0.aliases }
                .filter { $0.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } }
                .map { $0.compactMap { HeaderLetters.letters(Array($0.utf8)[...]) } }
        }
    }
}

/// The letters of a file's lines, read once for all schemas, and only when one must know.
final class LettersOfFile {
    private let preamble: Preamble
    private var known: [Int: HeaderLetters?] = [:]

    init(_ preamble: Preamble) { self.preamble = preamble }

    /// Whether no line after the offset can be a header of the schema with the names; false when that is not known.
    func lack(_ names: HeaderLetters.NeededNames, after start: Int) -> Bool {
        if let letters = known[start] { return letters?.lack(names) ?? false }
        let letters = HeaderLetters(preamble, after: start)
        known[start] = .some(letters)
        return letters?.lack(names) ?? false
    }
}
