public import Core

/// A chart for individual values and moving ranges (XmR): it separates a change in a series from usual variation.
///
/// The limits are the mean of the values, plus and minus three times the mean moving range over 1.128. The moving range is
/// the distance of a value from the one before it; 1.128 is the constant d₂ for pairs, so that three over it is the 2.66
/// that Wheeler ("Understanding Variation") and NHS England ("Making Data Count") print. All moving ranges count, also
/// large ones. The worked example that the tests hold it against is that of the NIST/SEMATECH e-Handbook of Statistical
/// Methods, section 6.3.2.2.
public struct ProcessChart: Hashable, Sendable {
    /// One value of the series, with what it is part of.
    public struct Point: Hashable, Sendable {
        /// The value, in the unit of the series.
        public let value: Rational
        /// The rules that mark it, in their order; none for usual variation.
        public let signals: [ProcessSignal]
    }

    /// The values in the order of time.
    public let points: [Point]
    /// Their mean: the centre line.
    public let mean: Rational
    /// The mean of the distances between neighbours.
    public let meanMovingRange: Rational
    /// The natural process limits. The lower one may lie below zero, where no count is.
    public let lowerLimit: Rational
    public let upperLimit: Rational

    /// With fewer values, limits say too little to be drawn.
    public static let minPoints = 12
    /// The newest values that a chart uses at most.
    public static let maxPoints = 24

    /// The chart of a series; nil with fewer than two values, which have no moving range. Throws when the values are too large
    /// to be calculated with exactly.
    public init?(_ values: [Rational]) throws(ArithmeticOverflow) {
        var ranges: [Rational] = []
        for (before, now) in zip(values, values.dropFirst()) { ranges.append(try (now - before).magnitude()) }
        guard let mean = try Self.mean(values), let meanRange = try Self.mean(ranges),
            let limit = try (Rational(3 * 1000) * meanRange).divided(by: Rational(Self.d2Thousandths))
        else { return nil }
        self.mean = mean
        meanMovingRange = meanRange
        lowerLimit = try mean - limit
        upperLimit = try mean + limit
        let signals = try ProcessSignal.all(in: values, mean: mean, limit: limit)
        points = zip(values, signals).map { Point(value: $0, signals: $1) }
    }

    private static func mean(_ values: [Rational]) throws(ArithmeticOverflow) -> Rational? {
        try Rational.sum(values).divided(by: Rational(values.count))
    }

    /// d₂ for ranges of two values, in thousandths.
    private static let d2Thousandths = 1128
}
