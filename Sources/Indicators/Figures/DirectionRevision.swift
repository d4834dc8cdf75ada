public import Core

/// The direction of travel of a row as issued and as it is now, as far as each is known.
public struct DirectionRevision: Hashable, Sendable {
    /// The direction as issued, and the direction now; nil where no figure shows it.
    public let was, now: Movement?

    /// Creates a revision from the direction as issued and the direction now.
    public init(was: Movement?, now: Movement?) {
        self.was = was
        self.now = now
    }

    /// Whether a rise became a fall, or a fall became a rise. A direction from or to "no change" has not turned.
    public var isTurned: Bool {
        switch (was, now) {
        case (.up, .down), (.down, .up): true
        default: false
        }
    }

    /// The two directions in words: `a fall then, a rise now`, `as issued: a rise`.
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
    /// The movement as a noun: `a rise`, `a fall`, `no change`.
    public var noun: String {
        switch self {
        case .up: "a rise"
        case .down: "a fall"
        case .none: "no change"
        }
    }

    /// Reads the direction that a figure shows: the sign of a difference, or the words of a direction. Nil for any
    /// other measure, and for a missing figure.
    public init?(reportedBy measure: Measure, number: Rational?, display: String) {
        guard let movement = measure.definition.movement(number: number, display: display) else { return nil }
        self = movement
    }
}

extension Measure {
    /// Whether the measure shows how the quarter moved compared with the same quarter of the year before.
    public var tellsDirection: Bool { definition.directionRank != nil }
}
