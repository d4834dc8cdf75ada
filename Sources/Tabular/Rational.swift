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

    private static func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }

    private init(unreduced numerator: Int, _ denominator: Int) {
        let divisor = Int(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// The value as a binary floating-point number, for file formats that know nothing else.
    public var double: Double { Double(numerator) / Double(denominator) }

    public static func < (a: Rational, b: Rational) -> Bool {
        a.numerator * b.denominator < b.numerator * a.denominator
    }

    public static func + (a: Rational, b: Rational) -> Rational {
        Rational(unreduced: a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    }

    public static func - (a: Rational, b: Rational) -> Rational {
        Rational(unreduced: a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
    }

    public static func * (a: Rational, b: Rational) -> Rational {
        Rational(unreduced: a.numerator * b.numerator, a.denominator * b.denominator)
    }

    /// The quotient, or nil when dividing by zero.
    public func divided(by other: Rational) -> Rational? {
        Rational(numerator * other.denominator, over: denominator * other.numerator)
    }
}
