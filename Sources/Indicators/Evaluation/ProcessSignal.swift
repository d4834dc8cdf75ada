import Core

/// A pattern that usual variation hardly ever produces, and its direction. The rules are those of "Making Data Count"
/// (NHS England), as its tools apply them.
public struct ProcessSignal: Hashable, Sendable {
    /// The rules, in the order in which they are reported.
    public enum Rule: String, CaseIterable, Sendable {
        /// A point outside the natural process limits.
        case outsideLimits = "a point outside the limits"
        /// Seven points in a row on one side of the mean.
        case shift = "seven points on one side of the mean"
        /// Three points in a row on one side of the mean, at least two of them near the limit. Near means more than two
        /// thirds of the way from the mean.
        case nearLimit = "two of three points near a limit"
        /// Seven points in a row, each above the one before, or each below the one before.
        case trend = "seven points in one direction"
    }

    /// The rule that found the signal.
    public let rule: Rule
    /// Up when the points are above the mean or rise, down when they are below the mean or fall.
    public let movement: Movement

    /// Creates a signal from its parts.
    public init(_ rule: Rule, _ movement: Movement) {
        self.rule = rule
        self.movement = movement
    }

    /// Returns the signals for each value of a series. `limit` is the distance of either limit from the mean.
    static func all(
        in values: [Rational], mean: Rational, limit: Rational
    ) throws(ArithmeticOverflow) -> [[ProcessSignal]] {
        let sides = values.map { Movement(from: mean, to: $0) }
        let twoThirds = try limit * Rational(2)
        var (distances, isNear) = ([Rational](), [Bool]())
        for value in values {
            let distance = try (value - mean).magnitude()
            distances.append(distance)
            isNear.append(try distance * Rational(3) > twoThirds)
        }
        // Seven values have six steps between them.
        let steps = zip(values, values.dropFirst()).map { Movement(from: $0, to: $1) }
        let shifts = runs(of: sides, length: runLength)
        let trends = runs(of: steps, length: runLength - 1)
        return values.indices.map { index in
            var found: [ProcessSignal] = []
            if distances[index] > limit { found.append(ProcessSignal(.outsideLimits, sides[index])) }
            if shifts[index] { found.append(ProcessSignal(.shift, sides[index])) }
            if isNear[index], isNearPair(index, isNear, sides) {
                found.append(ProcessSignal(.nearLimit, sides[index]))
            }
            // A value is part of a trend when the step to it or the step from it is part of the trend.
            for step in [index - 1, index] where steps.indices.contains(step) && trends[step] {
                found.append(ProcessSignal(.trend, steps[step]))
                break
            }
            return found
        }
    }

    private static let runLength = 7

    /// Returns, for each element, whether it is part of at least `length` movements in a row in the same direction.
    private static func runs(of movements: [Movement], length: Int) -> [Bool] {
        var isPart = [Bool](repeating: false, count: movements.count)
        var start = 0
        for end in movements.indices {
            if movements[end] != movements[start] { start = end }
            if movements[end] != .none, end - start + 1 >= length {
                for index in start...end { isPart[index] = true }
            }
        }
        return isPart
    }

    /// Whether the point is one of three in a row on its side of the mean, with at least two of the three near the
    /// limit.
    private static func isNearPair(_ index: Int, _ isNear: [Bool], _ sides: [Movement]) -> Bool {
        (index - 2...index).contains { first in
            let three = first...first + 2
            guard first >= 0, three.upperBound < sides.count else { return false }
            return three.allSatisfy { sides[$0] == sides[index] } && three.count { isNear[$0] } >= 2
        }
    }
}
