public import Core

/// A number as it was printed: its value and its decimal places.
public struct PrintedNumber: Hashable, Sendable {
    /// The unit printed after the digits.
    public enum Sign: Hashable, Sendable {
        case none
        /// `%`, or the words for it.
        case percent
        /// `pp`, or the words for it.
        case points
    }

    /// The printed value.
    public let value: Rational
    /// The number of decimal places, 0 to `maxDecimals`.
    public let decimals: Int
    /// The unit printed after the number.
    public let sign: Sign
    /// Whether more decimal places were printed than are kept.
    var isCut = false

    /// A number from its parts.
    public init(value: Rational, decimals: Int, sign: Sign = .none) {
        self.value = value
        self.decimals = decimals
        self.sign = sign
    }

    /// Numbers with more decimal places are rounded to this many. Numbers with more than `maxWholeDigits` digits before
    /// the point are read as words, because their bounds would not be exact.
    public static let maxDecimals = 8
    public static let maxWholeDigits = 14

    /// Returns the same value with more decimal places: `9` in a column of tenths is `9.0`.
    func lifted(to places: Int) -> PrintedNumber {
        isCut ? self : PrintedNumber(value: value, decimals: max(decimals, places), sign: sign)
    }

    /// Returns the number as a person would print it: `1,130`, `-5.1%`; with a decimal comma `1.130`, `-5,1%`.
    public func text(decimalComma: Bool = false) -> String {
        let digits = Self.digits(of: value, decimals: decimals, decimalComma: decimalComma)
        return switch sign {
        case .none: digits
        case .percent: digits + "%"
        case .points: digits + " pp"
        }
    }

    /// Returns the digits in groups of three, in the table's number format.
    static func digits(of value: Rational, decimals: Int = 0, decimalComma: Bool) -> String {
        let digits = value.formatted(decimals: decimals, grouped: true)
        return decimalComma ? DecimalComma.exchanged(digits) : digits
    }

    /// The true values that round to the number: up to half a unit of the last place on either side, however halves are
    /// rounded.
    var roundedBounds: Bounds {
        let half = Bounds.one / (2 * Self.powers[decimals])
        return Bounds(lower: thousandMillionths - half, upper: thousandMillionths + half)
    }

    /// Only the number itself, as for a count.
    var exactBounds: Bounds { Bounds(lower: thousandMillionths, upper: thousandMillionths) }

    /// The value in thousand-millionths, which is always a whole number for a printed number.
    var thousandMillionths: Int128 { Int128(value.numerator) * Bounds.one / Int128(value.denominator) }

    /// The powers of ten, by number of decimal places.
    static let powers: [Int128] = (0...maxDecimals).map { places in (0..<places).reduce(1) { power, _ in power * 10 } }
}
