public import Core
public import Crypto

/// Turns personal identifiers into keyed hashes. The key is random and is kept only in memory until the run ends.
/// Hashes of one run can therefore be linked with each other, but never with hashes of another run.
public struct IdentifierHasher: Sendable {
    private let key: SymmetricKey

    /// Creates a hasher with the given key, or with a new random one.
    public init(key: SymmetricKey = SymmetricKey(size: .bits256)) { self.key = key }

    /// Returns the HMAC-SHA256 of the bytes, cut to 128 bits.
    public func key(bytes: Span<UInt8>) -> RecordKey {
        var code = HMAC<SHA256>(key: key)
        bytes.withUnsafeBytes { code.update(data: $0) }
        return Self.cut(code)
    }

    /// Returns the HMAC-SHA256 of the parts, cut to 128 bits.
    func key(_ parts: [String]) -> RecordKey {
        var code = HMAC<SHA256>(key: key)
        for part in parts {
            code.update(data: Array(part.utf8))
            // A separator that no part contains, since ("ab", "c") and ("a", "bc") are different people.
            code.update(data: [0])
        }
        return Self.cut(code)
    }

    private static func cut(_ code: HMAC<SHA256>) -> RecordKey {
        let words = Array(code.finalize().prefix(16))
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        return RecordKey(high: word(words[..<8]), low: word(words[8...]))
    }
}
