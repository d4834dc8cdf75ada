public import Core

/// A row with an identifier, which other rows may therefore repeat or replace. It takes only 24 bytes, because extracts
/// have millions of such rows.
public struct IdentifiedRow: Sendable {
    private let high: UInt64
    /// The fact's packed key, or the position of the row's record in its extract.
    public let payload: UInt64
    private let lowAndOutcome: UInt32
    /// The physical line, counted from the start of the row's block.
    public let line: UInt32

    /// Creates a row from its parts. It keeps 88 bits of the key: among a hundred million identifiers, two different
    /// ones agree less than once in ten billion runs.
    public init(identity: RecordKey, payload: UInt64, line: UInt32, outcome: RowOutcome) {
        high = identity.high
        lowAndOutcome = UInt32(truncatingIfNeeded: identity.low) & 0xFFFF_FF00 | UInt32(outcome.byte)
        self.payload = payload
        self.line = line
    }

    /// The result for the row if no other row replaces it.
    public var outcome: RowOutcome { RowOutcome(byte: UInt8(truncatingIfNeeded: lowAndOutcome)) }

    /// The kept bits of the identifier, as a key of their own.
    public var key: RecordKey { RecordKey(high: high, low: UInt64(lowAndOutcome & 0xFFFF_FF00)) }

    /// The bits that distribute rows over tables and partitions.
    var hash: UInt64 { high }
    var partition: Int { Int(high >> 56) }

    /// Returns whether the row has the identifier.
    func hasIdentity(_ key: RecordKey) -> Bool {
        high == key.high && (lowAndOutcome ^ UInt32(truncatingIfNeeded: key.low)) & 0xFFFF_FF00 == 0
    }

    /// Returns whether the other row has the same identifier.
    func hasIdentity(of other: IdentifiedRow) -> Bool {
        high == other.high && (lowAndOutcome ^ other.lowAndOutcome) & 0xFFFF_FF00 == 0
    }
}
