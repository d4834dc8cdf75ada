public import Tabular

/// What becomes of a row on its own merits, before rows with the same identifier are compared.
public enum RowOutcome: Hashable, Sendable {
    case accepted
    case cancelled
    case outOfScope(OutOfScope)
    case quarantined
}

extension RowOutcome {
    private static let reasons = OutOfScope.allCases

    /// The outcome in a byte, for columns of outcomes.
    var byte: UInt8 {
        switch self {
        case .accepted: 0
        case .cancelled: 1
        case .quarantined: 2
        case .outOfScope(let reason): 3 + UInt8(Self.reasons.firstIndex(of: reason) ?? 0)
        }
    }

    /// The outcome that the byte stands for.
    init(byte: UInt8) {
        switch byte {
        case 0: self = .accepted
        case 1: self = .cancelled
        case 2: self = .quarantined
        default: self = .outOfScope(Self.reasons[Int(byte) - 3])
        }
    }
}

/// A row that can be told from others, and that others may therefore repeat or replace.
public struct IdentifiedRow: Sendable {
    /// 128 bits of a hash of the identifier: two different ones agree once in 10^38.
    public let identity: RecordKey
    /// A hash of everything that the row says; equal rows are repeats.
    public let content: UInt64
    /// A fact's packed key, or the position of the row's record.
    public let payload: UInt64
    /// Physical line.
    public let line: UInt32
    let outcomeByte: UInt8

    /// A row from its parts.
    public init(identity: RecordKey, content: UInt64, payload: UInt64, line: UInt32, outcome: RowOutcome) {
        self.identity = identity
        self.content = content
        self.payload = payload
        self.line = line
        outcomeByte = outcome.byte
    }

    /// What becomes of the row when no other replaces it.
    public var outcome: RowOutcome { RowOutcome(byte: outcomeByte) }
}
