/// What a true value can be: from a lower to an upper bound, both included, in thousand-millionths. Nil is no bound.
///
/// Bounds are whole numbers, and a quotient is rounded outwards: nothing that is right is ever called
/// wrong. Sums are exact; a percentage is exact on every base below fifty million, for there two that differ do so by
/// more than a thousand-millionth.
struct Bounds: Hashable, Sendable {
    var lower: Int128?
    var upper: Int128?

    /// The number one.
    static let one: Int128 = 1_000_000_000
    static let everything = Bounds(lower: nil, upper: nil)
    static let notNegative = Bounds(lower: 0, upper: nil)

    /// Exactly the whole number.
    static func exactly(_ number: Int) -> Bounds { Bounds(lower: Int128(number) * one, upper: Int128(number) * one) }

    /// Whether nothing lies between.
    var isEmpty: Bool { if let lower, let upper { lower > upper } else { false } }

    /// Whether a value can lie in both.
    func meets(_ other: Bounds) -> Bool { !intersection(other).isEmpty }

    /// What lies in both.
    func intersection(_ other: Bounds) -> Bounds {
        Bounds(
            lower: [lower, other.lower].compactMap(\.self).max(), upper: [upper, other.upper].compactMap(\.self).min())
    }

    /// The whole numbers within.
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

    /// `factor · a / b` for values that are not negative: nil where it has no bound, or none that fits.
    static func scaledQuotient(_ a: Int128?, over b: Int128?, times factor: Int128, up: Bool) -> Int128? {
        guard let a, let b, b > 0 else { return nil }
        let (product, overflow) = a.multipliedReportingOverflow(by: factor * one)
        return overflow ? nil : quotient(product, b, up: up)
    }

    /// `a · b / factor` for values that are not negative.
    static func scaledProduct(_ a: Int128?, times b: Int128?, over factor: Int128, up: Bool) -> Int128? {
        guard let a, let b else { return nil }
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? nil : quotient(product, factor * one, up: up)
    }

    /// The quotient, rounded up or down; the divisor is positive.
    private static func quotient(_ a: Int128, _ b: Int128, up: Bool) -> Int128 {
        let (whole, rest) = a.quotientAndRemainder(dividingBy: b)
        if rest == 0 { return whole }
        return up ? (a > 0 ? whole + 1 : whole) : (a > 0 ? whole : whole - 1)
    }
}
