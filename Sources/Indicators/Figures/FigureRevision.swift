public import Core

/// A figure that differs from the one that was issued before.
public struct FigureRevision: Hashable, Sendable {
    /// The effect of one cause on the figure.
    public struct Share: Hashable, Sendable {
        /// The cause.
        public let cause: RevisionCause
        /// By how much the cause changed the figure, in the figure's unit; nil where changes to such figures cannot be
        /// split by cause.
        public let weight: Rational?

        /// Creates a share of a change.
        public init(_ cause: RevisionCause, _ weight: Rational?) {
            self.cause = cause
            self.weight = weight
        }
    }

    /// The figure as it is now.
    public let figure: Figure
    /// The figure as issued: its number to six decimal places (empty if it has none), and its printed text.
    public let previousValue, previousDisplay: String
    /// The causes, in the order in which they are looked for. For counts, the weights of the causes add up to the
    /// change.
    public let shares: [Share]
    /// The direction of travel as issued and now, for a figure that shows it; nil for any other figure.
    public let direction: DirectionRevision?

    /// Creates a revision from its parts. `direction` is what the figure's row showed in the two releases. Without it,
    /// the direction is what the figure itself shows.
    public init(
        figure: Figure, previousValue: String, previousDisplay: String, shares: [Share],
        direction: DirectionRevision? = nil
    ) {
        self.figure = figure
        self.previousValue = previousValue
        self.previousDisplay = previousDisplay
        self.shares = shares
        guard figure.measure.tellsDirection else {
            self.direction = nil
            return
        }
        self.direction =
            direction
            ?? DirectionRevision(
                was: Movement(
                    reportedBy: figure.measure, number: Rational(decimal: previousValue), display: previousDisplay),
                now: Movement(reportedBy: figure.measure, number: figure.value.number, display: figure.display))
    }

    /// The number now minus the number before; nil when either is not a number, or the change is too large.
    public var change: Rational? {
        guard let before = Rational(decimal: previousValue), let now = figure.value.number else { return nil }
        return try? now - before
    }

    /// Whether one number replaces another. If not, a figure has become available or is no longer available.
    public var isOfNumbers: Bool { change != nil }

    /// Whether the direction of travel was issued as a rise and is now a fall, or the other way round.
    public var turnsDirection: Bool { direction?.isTurned ?? false }
}

extension [FigureRevision] {
    /// One revision for each row, area and period with a direction of travel that turned, however many figures and
    /// tables show it. It is the revision of the difference where there is one.
    public var turned: [FigureRevision] {
        var places: [[String]: Int] = [:]
        var found: [FigureRevision] = []
        for revision in self where revision.turnsDirection {
            let figure = revision.figure
            let subject = [figure.row, figure.area, figure.period]
            if let place = places[subject] {
                if found[place].figure.measure != .difference, figure.measure == .difference { found[place] = revision }
            } else {
                places[subject] = found.count
                found.append(revision)
            }
        }
        return found
    }
}
