public import Tabular

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

    /// A revision from its parts.
    public init(figure: Figure, previousValue: String, previousDisplay: String, shares: [Share]) {
        self.figure = figure
        self.previousValue = previousValue
        self.previousDisplay = previousDisplay
        self.shares = shares
    }

    /// Now less before; nil where either is no number.
    public var change: Rational? {
        guard let before = Rational(decimal: previousValue), let now = figure.value.number else { return nil }
        return now - before
    }

    /// Whether a number takes the place of another; else a figure has become available, or is no longer.
    public var isOfNumbers: Bool { change != nil }

    /// Whether a difference that was issued as a rise is a fall now, or the other way round.
    public var turnsDirection: Bool {
        guard figure.measure == .difference || figure.measure == .percentDifference,
            let before = Rational(decimal: previousValue), let now = figure.value.number
        else { return false }
        return before * now < Rational(0)
    }
}
