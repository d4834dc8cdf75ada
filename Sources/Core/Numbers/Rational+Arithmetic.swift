/// Every operation throws an `ArithmeticOverflow` when its result in lowest terms does not fit into 64 bits.
extension Rational {
    public static func + (a: Rational, b: Rational) throws(ArithmeticOverflow) -> Rational {
        try Rational(
            reducing: product(a.numerator, b.denominator) + product(b.numerator, a.denominator),
            product(a.denominator, b.denominator))
    }

    public static func - (a: Rational, b: Rational) throws(ArithmeticOverflow) -> Rational {
        try Rational(
            reducing: product(a.numerator, b.denominator) - product(b.numerator, a.denominator),
            product(a.denominator, b.denominator))
    }

    public static func * (a: Rational, b: Rational) throws(ArithmeticOverflow) -> Rational {
        try Rational(reducing: product(a.numerator, b.numerator), product(a.denominator, b.denominator))
    }

    public static prefix func - (number: Rational) throws(ArithmeticOverflow) -> Rational { try Rational(0) - number }

    /// Returns the quotient; nil when dividing by zero.
    public func divided(by other: Rational) throws(ArithmeticOverflow) -> Rational? {
        guard other.numerator != 0 else { return nil }
        return try Rational(
            reducing: Self.product(numerator, other.denominator), Self.product(denominator, other.numerator))
    }

    /// Returns the number without its sign.
    public func magnitude() throws(ArithmeticOverflow) -> Rational { numerator < 0 ? try -self : self }

    /// Returns the sum of the numbers.
    public static func sum(_ numbers: some Sequence<Rational>) throws(ArithmeticOverflow) -> Rational {
        var sum = Rational(0)
        for number in numbers { sum = try sum + number }
        return sum
    }

    /// Returns whether `part` is more than `percent` per cent of `whole`; `part` and `whole` must not be negative. The
    /// comparison is exact at any size: no share is rounded.
    public static func isShare(_ part: Int, of whole: Int, above percent: Rational) -> Bool {
        guard percent.numerator >= 0 else { return part >= 0 }
        let limit = UInt128(percent.numerator) * UInt128(whole.magnitude)
        let share = (UInt128(part.magnitude) * 100).multipliedFullWidth(by: UInt128(percent.denominator))
        return share.high > 0 || share.low > limit
    }

    /// Returns the product in 128 bits, in which neither a product of two numbers nor a sum of two products overflows.
    private static func product(_ a: Int, _ b: Int) -> Int128 { Int128(a) * Int128(b) }
}
