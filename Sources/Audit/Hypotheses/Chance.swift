/// Probabilities in bits: a chance of 1 in 1,024 is 10 bits.
enum Chance {
    /// Returns the binary logarithm of a positive number, accurate to a tenth. Evidence does not need more precision.
    static func bits(_ number: Double) -> Double { Double(number.exponent) + number.significand - 1 }
}
