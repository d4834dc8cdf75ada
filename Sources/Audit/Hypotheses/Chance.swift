/// Probabilities, counted in bits: a chance of one in 1,024 is ten.
enum Chance {
    /// The binary logarithm of a positive number, to a tenth: evidence is not finer than that.
    static func bits(_ number: Double) -> Double { Double(number.exponent) + number.significand - 1 }
}
