public import Core

/// A figure that differs from the one that was issued before.
public struct FigureRevision: Hashable, Sendable {
    /// What one cause did to the figure.
    public struct Share: Hashable, Sendable {
        /// The cause.
        public let cause: RevisionCause
        /// By how much it changed the figure, in the figure's unit; nil where figures of the kind do not add up by cause.
        public let weight: Rational?

        /// A share of a change.
        public init(_ cause: RevisionCause, _ weight: Rational?) {
            self.cause = cause
            self.weight = weight
        }
    }

    /// What the figure says now.
    public let figure: Figure
    /// What was issued: the number to six places, or nothing, and as printed.
    public let previousValue, previousDisplay: String
    /// The causes, in the order in which they are looked for. For counts their weights sum to the change.
    public let shares: [Share]
    /// The direction of travel then and now, for a figure that shows it; nil for any other.
    public let direction: DirectionRevision?

    /// A revision from its parts. The direction is what the figure's row showed in either release; without one, it is
    /// what the figure itself shows.
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

    /// Now less before; nil where either is no number, or the change is too large.
    public var change: Rational? {
        guard let before = Rational(decimal: previousValue), let now = figure.value.number else { return nil }
        return try? now - before
    }

    /// Whether one number replaces another; else a figure has become available, or is no longer.
    public var isOfNumbers: Bool { change != nil }

    /// Whether the direction of travel that was issued as a rise is a fall now, or the other way round.
    public var turnsDirection: Bool { direction?.isTurned ?? false }
}

extension [FigureRevision] {
    /// One revision for each row and area whose direction of travel turned, however many figures and tables show it: that of
    /// the difference where there is one.
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
