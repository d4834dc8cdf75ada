import Core
import Glibc

/// The letters and digits of the lines in which a header is searched for. If they contain none of the names of a column
/// that a schema needs, no line can be the schema's header. Then no line has to be tried.
struct HeaderLetters {
    /// The letters, with a NUL after them for C's text search.
    private let letters: [CChar]

    /// Collects the letters after the offset. Nil when the letters do not cover every line that would be tried, or can
    /// prove nothing.
    init?(_ preamble: Preamble, after start: Int = 0) {
        let end = Self.endOfCandidates(preamble.bytes)
        guard end != nil || !preamble.isPart,
            let letters = Self.letters(preamble.bytes[start..<max(start, end ?? preamble.bytes.count)])
        else { return nil }
        self.letters = letters
    }

    /// Returns whether some column that the schema needs has none of its names in the letters.
    func lack(_ names: NeededNames) -> Bool {
        names.ofFields.contains { names in !names.contains { strstr(letters, $0) != nil } }
    }

    /// Returns the end of the last line that would be tried. Nil when there are too few lines that are not blank, or
    /// when a quote could join some of them.
    private static func endOfCandidates(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var (lines, last) = (0, UInt8(10))
            for (offset, byte) in bytes.enumerated() {
                if byte <= 34 {
                    if byte == 34 { return nil }
                    if byte == 10 || byte == 13, last != 10, last != 13 {
                        lines += 1
                        if lines == HeaderSearch.maxCandidates { return offset + 1 }
                    }
                }
                last = byte
            }
            return nil
        }
    }

    /// Returns the ASCII letters, in lower case, and the digits among the bytes. Names that bind have the same letters
    /// and digits in the same order. Nil when there is a kelvin sign, the only other character that becomes a Latin
    /// letter in lower case.
    static func letters(_ bytes: ArraySlice<UInt8>) -> [CChar]? {
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return [0] }
            if memchr(start, Int32(kelvin[0]), bytes.count) != nil {
                let isKelvin = bytes.indices.dropLast(2).contains { bytes[$0..<$0 + 3].elementsEqual(kelvin) }
                guard !isKelvin else { return nil }
            }
            return [CChar](unsafeUninitializedCapacity: bytes.count + 1) { letters, count in
                letterOfByte.withUnsafeBufferPointer { letterOfByte in
                    for byte in bytes {
                        // Always written, but kept only where it is a letter or digit: this has no branch to predict.
                        letters[count] = letterOfByte[Int(byte)]
                        count += letters[count] == 0 ? 0 : 1
                    }
                }
                letters[count] = 0
                count += 1
            }
        }
    }

    private static let kelvin: [UInt8] = [0xE2, 0x84, 0xAA]

    /// For each byte, its letter in lower case or its digit; zero for a byte that is neither.
    private static let letterOfByte: [CChar] = (0...UInt8.max).map { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: CChar(byte)
        case 0x41...0x5A: CChar(byte | 0x20)
        default: 0
        }
    }

    /// The letters of the names of each column that a schema needs. Columns with a name that is not plain ASCII are
    /// left out.
    struct NeededNames: Sendable {
        let ofFields: [[[CChar]]]

        init(_ schema: TableSchema) {
            ofFields = schema.fields.filter(\.isNeeded).map { [$0.name] + $0.aliases }
                .filter { $0.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } }
                .map { $0.compactMap { HeaderLetters.letters(Array($0.utf8)[...]) } }
        }
    }
}

/// The letters of a file's lines, read once for all schemas, and only when a schema needs them.
final class LettersOfFile {
    private let preamble: Preamble
    private var known: [Int: HeaderLetters?] = [:]

    init(_ preamble: Preamble) { self.preamble = preamble }

    /// Returns whether no line after the offset can be a header of the schema with these names; false when that is not
    /// known.
    func lack(_ names: HeaderLetters.NeededNames, after start: Int) -> Bool {
        if let letters = known[start] { return letters?.lack(names) ?? false }
        let letters = HeaderLetters(preamble, after: start)
        known[start] = .some(letters)
        return letters?.lack(names) ?? false
    }
}
