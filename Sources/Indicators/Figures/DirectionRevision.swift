public import Core

/// The direction of travel of a row as it was issued and as it is now, as far as each can be known.
public struct DirectionRevision: Hashable, Sendable {
    /// As it was issued, and as it is; nil where no number showed it.
    public let was, now: Movement?

    /// A direction then and now.
    public init(was: Movement?, now: Movement?) {
        self.was = was
        self.now = now
    }

    /// Whether a rise is a fall now, or a fall a rise. From or to no change nothing turns.
    public var isTurned: Bool {
        switch (was, now) {
        case (.up, .down), (.down, .up): true
        default: false
        }
    }

    /// Then and now in words: `a fall then, a rise now`, `as issued: a rise`.
    public var words: String {
        switch (was, now) {
        case (let was?, let now?) where was == now: "as issued: \(now.noun)"
        case (let was?, let now?): "\(was.noun) then, \(now.noun) now"
        case (let was?, nil): "\(was.noun) then, not known now"
        case (nil, let now?): "not known then, \(now.noun) now"
        case (nil, nil): "not known"
        }
    }
}

extension Movement {
    /// `a rise`, `a fall`, `no change`.
    public var noun: String {
        switch self {
        case .up: "a rise"
        case .down: "a fall"
        case .none: "no change"
        }
    }

    /// The direction that a figure itself shows, by its measure: the sign of a difference, or the words of a direction. Nil for any
    /// other measure, and for a figure that is missing.
    public init?(reportedBy measure: Measure, number: Rational?, display: String) {
        guard let movement = measure.definition.movement(number: number, display: display) else { return nil }
        self = movement
    }
}

extension Measure {
    /// Whether it says how the quarter moved against the year before.
    public var tellsDirection: Bool { definition.directionRank != nil }
}
