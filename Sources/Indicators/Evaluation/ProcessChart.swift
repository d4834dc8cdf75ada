public import Core

/// A chart for individual values and moving ranges (XmR): it separates a change in a series from usual variation.
///
/// The limits are the mean of the values, plus and minus three times the mean moving range divided by 1.128. A moving
/// range is the distance between a value and the one before it. 1.128 is the constant d₂ for pairs, and 3 ÷ 1.128 is
/// the 2.66 that Wheeler ("Understanding Variation") and NHS England ("Making Data Count") print. All moving ranges are
/// used, including large ones. The tests compare the chart with the worked example in the NIST/SEMATECH e-Handbook of
/// Statistical Methods, section 6.3.2.2.
public struct ProcessChart: Hashable, Sendable {
    /// One value of the series, with the signals that it is part of.
    public struct Point: Hashable, Sendable {
        /// The value, in the unit of the series.
        public let value: Rational
        /// The signals that mark the value, in the order of their rules; none for usual variation.
        public let signals: [ProcessSignal]
    }

    /// The values in chronological order.
    public let points: [Point]
    /// The mean of the values: the centre line.
    public let mean: Rational
    /// The mean of the distances between neighbouring values.
    public let meanMovingRange: Rational
    /// The natural process limits. The lower limit can be below zero, although no count is.
    public let lowerLimit: Rational
    public let upperLimit: Rational

    /// With fewer values, the limits are too uncertain to be drawn.
    public static let minPoints = 12
    /// A chart uses at most this many of the newest values.
    public static let maxPoints = 24

    /// Creates the chart of a series; nil with fewer than two values, because there is no moving range. Throws when the
    /// values are too large for exact arithmetic.
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

    /// The constant d₂ for ranges of two values, in thousandths.
    private static let d2Thousandths = 1128
}
