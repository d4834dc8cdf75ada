/// An exact fraction. Every figure is kept as a fraction until it is printed. No figure therefore depends on the order
/// of additions, or on a binary approximation of a tenth.
public struct Rational: Hashable, Comparable, Sendable {
    /// The numerator, which carries the sign.
    public let numerator: Int
    /// The denominator, which is always positive and has no factor in common with the numerator.
    public let denominator: Int

    /// Creates a whole number.
    public init(_ whole: Int) {
        numerator = whole
        denominator = 1
    }

    /// Creates `numerator / denominator` in lowest terms; nil when the denominator is zero or the reduced fraction does
    /// not fit.
    public init?(_ numerator: Int, over denominator: Int) {
        guard denominator != 0 else { return nil }
        guard numerator != .min, denominator != .min else {
            guard let reduced = try? Rational(reducing: Int128(numerator), Int128(denominator)) else { return nil }
            self = reduced
            return
        }
        let divisor = Int(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        let sign = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    private static func greatestCommonDivisor<Number: UnsignedInteger>(_ a: Number, _ b: Number) -> Number {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }

    /// Creates a fraction in lowest terms. The reduced fraction must fit into 64 bits; the given numbers may be larger.
    /// The denominator must not be zero, and neither number may be the smallest `Int128`.
    init(reducing numerator: Int128, _ denominator: Int128) throws(ArithmeticOverflow) {
        let divisor = Int128(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        let sign: Int128 = denominator < 0 ? -1 : 1
        guard let above = Int(exactly: sign * (numerator / divisor)),
            let below = Int(exactly: sign * (denominator / divisor))
        else { throw ArithmeticOverflow() }
        self.numerator = above
        self.denominator = below
    }

    /// The value as a binary floating-point number, for file formats that have no other numbers.
    public var double: Double { Double(numerator) / Double(denominator) }

    public static func < (a: Rational, b: Rational) -> Bool {
        Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
    }
}
