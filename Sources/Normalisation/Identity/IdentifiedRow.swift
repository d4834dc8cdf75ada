public import Core

/// A row with an identifier, which others may therefore repeat or replace: 24 bytes, because there is one
/// for every row with an identifier.
public struct IdentifiedRow: Sendable {
    private let high: UInt64
    /// A fact's packed key, or the position of the row's record in its extract.
    public let payload: UInt64
    private let lowAndOutcome: UInt32
    /// Physical line, counted from the start of the row's block.
    public let line: UInt32

    /// A row from its parts. Of the key 88 bits are kept: among a hundred million identifiers two different ones agree
    /// once in ten billion runs.
    public init(identity: RecordKey, payload: UInt64, line: UInt32, outcome: RowOutcome) {
        high = identity.high
        lowAndOutcome = UInt32(truncatingIfNeeded: identity.low) & 0xFFFF_FF00 | UInt32(outcome.byte)
        self.payload = payload
        self.line = line
    }

    /// The result for the row when no other replaces it.
    public var outcome: RowOutcome { RowOutcome(byte: UInt8(truncatingIfNeeded: lowAndOutcome)) }

    /// The bits of the identifier that are kept, as a key of their own.
    public var key: RecordKey { RecordKey(high: high, low: UInt64(lowAndOutcome & 0xFFFF_FF00)) }

    /// The bits that spread rows over tables, and over partitions.
    var hash: UInt64 { high }
    var partition: Int { Int(high >> 56) }

    /// Whether the row has the identifier.
    func hasIdentity(_ key: RecordKey) -> Bool {
        high == key.high && (lowAndOutcome ^ UInt32(truncatingIfNeeded: key.low)) & 0xFFFF_FF00 == 0
    }

    /// Whether the other row has the same identifier.
    func hasIdentity(of other: IdentifiedRow) -> Bool {
        high == other.high && (lowAndOutcome ^ other.lowAndOutcome) & 0xFFFF_FF00 == 0
    }
}
