public import Core

/// The result for a row on its own, before rows with the same identifier are compared.
public enum RowOutcome: Hashable, Sendable {
    case accepted
    case cancelled
    case outOfScope(OutOfScope)
    case quarantined
}

extension RowOutcome {
    private static let reasons = OutOfScope.allCases

    /// The outcome as a byte, for columns of outcomes.
    package var byte: UInt8 {
        switch self {
        case .accepted: 0
        case .cancelled: 1
        case .quarantined: 2
        case .outOfScope(let reason): 3 + UInt8(Self.reasons.firstIndex(of: reason) ?? 0)
        }
    }

    /// Creates the outcome that the byte stands for.
    init(byte: UInt8) {
        switch byte {
        case 0: self = .accepted
        case 1: self = .cancelled
        case 2: self = .quarantined
        default: self = .outOfScope(Self.reasons[Int(byte) - 3])
        }
    }
}
