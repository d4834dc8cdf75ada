public import Core

/// The way in which a number moves.
public enum Movement: String, Sendable {
    case up, down
    case none = "no-change"

    /// The way from one number to another.
    public init(from before: Rational, to now: Rational) {
        self = now > before ? .up : now < before ? .down : .none
    }
}

/// Whether a movement is what the partnership means to reach.
public enum ChangeMeaning: String, Sendable {
    /// As the target wants it.
    case improving
    /// Against what the target wants.
    case concerning
    /// The target wants neither way, or nothing moves.
    case neutral

    /// The meaning of a movement, given the target direction.
    public init(_ movement: Movement, meant: Movement?) {
        guard let meant, movement != .none else {
            self = .neutral
            return
        }
        self = movement == meant ? .improving : .concerning
    }
}

extension Target {
    /// The target direction of the indicator: down to a ceiling and up to a floor. A level that is to be reached
    /// lies above or below the baseline; nil when it does neither, without a baseline or without a target direction.
    public func targetMovement(from baseline: Rational?) -> Movement? {
        let movement: Movement? =
            switch aim {
            case .reduce, .atMost: .down
            case .increase, .atLeast: .up
            case .monitor: nil
            case .relative(let change): Movement(from: Rational(0), to: change)
            case .number(let level), .percentage(let level): baseline.map { Movement(from: $0, to: level) }
            }
        return movement == Movement.none ? nil : movement
    }
}
