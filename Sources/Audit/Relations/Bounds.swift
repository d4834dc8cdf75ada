/// The range of a true value: from a lower to an upper bound, both included, in thousand-millionths. Nil means no
/// bound.
///
/// Bounds are whole numbers, and a quotient is rounded outwards, so that no correct figure is ever reported as wrong.
/// Sums are exact. A percentage is exact for every base below fifty million: two different percentages of such a base
/// differ by more than a thousand-millionth.
struct Bounds: Hashable, Sendable {
    var lower: Int128?
    var upper: Int128?

    /// The number 1 in thousand-millionths.
    static let one: Int128 = 1_000_000_000
    static let everything = Bounds(lower: nil, upper: nil)
    static let notNegative = Bounds(lower: 0, upper: nil)

    /// Returns bounds that allow only this whole number.
    static func exactly(_ number: Int) -> Bounds { Bounds(lower: Int128(number) * one, upper: Int128(number) * one) }

    /// Whether no value lies within the bounds.
    var isEmpty: Bool { if let lower, let upper { lower > upper } else { false } }

    /// Whether a value can lie within both.
    func meets(_ other: Bounds) -> Bool { !intersection(other).isEmpty }

    /// Returns the values that lie within both.
    func intersection(_ other: Bounds) -> Bounds {
        Bounds(
            lower: [lower, other.lower].compactMap(\.self).max(), upper: [upper, other.upper].compactMap(\.self).min())
    }

    /// The bounds narrowed to whole numbers.
    var inWholes: Bounds {
        Bounds(
            lower: lower.map { Self.quotient($0, Self.one, up: true) * Self.one },
            upper: upper.map { Self.quotient($0, Self.one, up: false) * Self.one })
    }

    /// The middle, when both bounds are known.
    var middle: Int128? { if let lower, let upper { lower + (upper - lower) / 2 } else { nil } }

    static func + (a: Bounds, b: Bounds) -> Bounds {
        Bounds(lower: sum(a.lower, b.lower), upper: sum(a.upper, b.upper))
    }

    static func - (a: Bounds, b: Bounds) -> Bounds {
        Bounds(lower: sum(a.lower, b.upper.map { -$0 }), upper: sum(a.upper, b.lower.map { -$0 }))
    }

    private static func sum(_ a: Int128?, _ b: Int128?) -> Int128? {
        guard let a, let b else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : sum
    }

    /// Returns `factor · a / b` for values that are not negative: nil where the result has no bound or does not fit.
    static func scaledQuotient(_ a: Int128?, over b: Int128?, times factor: Int128, up: Bool) -> Int128? {
        guard let a, let b, b > 0 else { return nil }
        let (product, overflow) = a.multipliedReportingOverflow(by: factor * one)
        return overflow ? nil : quotient(product, b, up: up)
    }

    /// Returns `a · b / factor` for values that are not negative: nil where the result has no bound or does not fit.
    static func scaledProduct(_ a: Int128?, times b: Int128?, over factor: Int128, up: Bool) -> Int128? {
        guard let a, let b else { return nil }
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? nil : quotient(product, factor * one, up: up)
    }

    /// Returns the quotient, rounded up or down. The divisor must be positive.
    private static func quotient(_ a: Int128, _ b: Int128, up: Bool) -> Int128 {
        let (whole, rest) = a.quotientAndRemainder(dividingBy: b)
        if rest == 0 { return whole }
        return up ? (a > 0 ? whole + 1 : whole) : (a > 0 ? whole : whole - 1)
    }
}
