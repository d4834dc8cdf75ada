/// An exact fraction. Every figure is one until it is printed, so that no figure depends on the
/// order of additions or on a binary approximation of a tenth.
public struct Rational: Hashable, Comparable, Sendable {
    /// Carries the sign.
    public let numerator: Int
    /// Always positive, and without a factor in common with the numerator.
    public let denominator: Int

    /// A whole number.
    public init(_ whole: Int) {
        numerator = whole
        denominator = 1
    }

    /// `numerator / denominator` in lowest terms, or nil when the denominator is zero.
    public init?(_ numerator: Int, over denominator: Int) {
        guard denominator != 0 else { return nil }
        let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int(divisor)
        self.denominator = sign * denominator / Int(divisor)
    }

    private static func greatestCommonDivisor<Number: UnsignedInteger>(_ a: Number, _ b: Number) -> Number {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }

    /// Worked out in twice the width: only what is left in lowest terms must fit.
    private init(reducing numerator: Int128, _ denominator: Int128) {
        let divisor = Int128(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = Int(sign * numerator / divisor)
        self.denominator = Int(sign * denominator / divisor)
    }

    private static func product(_ a: Int, _ b: Int) -> Int128 { Int128(a) * Int128(b) }

    /// The value as a binary floating-point number, for file formats that know nothing else.
    public var double: Double { Double(numerator) / Double(denominator) }

    public static func < (a: Rational, b: Rational) -> Bool {
        product(a.numerator, b.denominator) < product(b.numerator, a.denominator)
    }

    public static func + (a: Rational, b: Rational) -> Rational {
        Rational(
            reducing: product(a.numerator, b.denominator) + product(b.numerator, a.denominator),
            product(a.denominator, b.denominator))
    }

    public static func - (a: Rational, b: Rational) -> Rational {
        Rational(
            reducing: product(a.numerator, b.denominator) - product(b.numerator, a.denominator),
            product(a.denominator, b.denominator))
    }

    public static func * (a: Rational, b: Rational) -> Rational {
        Rational(reducing: product(a.numerator, b.numerator), product(a.denominator, b.denominator))
    }

    /// The quotient, or nil when dividing by zero.
    public func divided(by other: Rational) -> Rational? {
        guard other.numerator != 0 else { return nil }
        return Rational(
            reducing: Self.product(numerator, other.denominator), Self.product(denominator, other.numerator))
    }
}
