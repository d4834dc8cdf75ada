public import Core

/// The direction in which a number moves.
public enum Movement: String, Sendable {
    case up, down
    case none = "no-change"

    /// Creates the direction from one number to another.
    public init(from before: Rational, to now: Rational) {
        self = now > before ? .up : now < before ? .down : .none
    }
}

/// Whether a movement is in the target direction.
public enum ChangeMeaning: String, Sendable {
    /// In the target direction.
    case improving
    /// Against the target direction.
    case concerning
    /// There is no target direction, or nothing moves.
    case neutral

    /// Creates the meaning of a movement, given the target direction.
    public init(_ movement: Movement, targetDirection: Movement?) {
        guard let targetDirection, movement != .none else {
            self = .neutral
            return
        }
        self = movement == targetDirection ? .improving : .concerning
    }
}

extension Target {
    /// Returns the target direction of the indicator: down for a ceiling and up for a floor. For a level to be reached,
    /// it is the direction from the baseline to the level. Nil when the level equals the baseline, when there is no
    /// baseline, and when the target has no direction.
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
