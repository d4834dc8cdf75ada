public import Core

/// A number as it was printed: its value, and to how many places it was rounded.
public struct PrintedNumber: Hashable, Sendable {
    /// What follows the digits.
    public enum Sign: Hashable, Sendable {
        case none
        /// `%`, or the words for it.
        case percent
        /// `pp`, or the words for it.
        case points
    }

    /// The printed value.
    public let value: Rational
    /// Places after the point, 0 to `maxDecimals`.
    public let decimals: Int
    /// What follows it.
    public let sign: Sign
    /// Whether more places were printed than are kept.
    var isCut = false

    /// A number from its parts.
    public init(value: Rational, decimals: Int, sign: Sign = .none) {
        self.value = value
        self.decimals = decimals
        self.sign = sign
    }

    /// Numbers with more places are rounded to these; those of more than `maxWholeDigits` before the point are read as
    /// words: past them the bounds would not be exact.
    public static let maxDecimals = 8
    public static let maxWholeDigits = 14

    /// The same value, printed to more places: `9` in a column of tenths is `9.0`.
    func lifted(to places: Int) -> PrintedNumber {
        isCut ? self : PrintedNumber(value: value, decimals: max(decimals, places), sign: sign)
    }

    /// As a person would print it again: `1,130`, `-5.1%`; with a decimal comma `1.130`, `-5,1%`.
    public func text(decimalComma: Bool = false) -> String {
        let digits = Self.digits(of: value, decimals: decimals, decimalComma: decimalComma)
        return switch sign {
        case .none: digits
        case .percent: digits + "%"
        case .points: digits + " pp"
        }
    }

    /// Digits in groups of three, in the table's way of writing.
    static func digits(of value: Rational, decimals: Int = 0, decimalComma: Bool) -> String {
        let digits = value.formatted(decimals: decimals, grouped: true)
        return decimalComma ? DecimalComma.exchanged(digits) : digits
    }

    /// The true values that round to it, however halves are rounded: half a unit of the last place to either side.
    var roundedBounds: Bounds {
        let half = Bounds.one / (2 * Self.powers[decimals])
        return Bounds(lower: thousandMillionths - half, upper: thousandMillionths + half)
    }

    /// Itself and nothing else: a count.
    var exactBounds: Bounds { Bounds(lower: thousandMillionths, upper: thousandMillionths) }

    /// The number of thousand-millionths; a printed number is always a whole one.
    var thousandMillionths: Int128 { Int128(value.numerator) * Bounds.one / Int128(value.denominator) }

    /// 10 to the power of the places.
    static let powers: [Int128] = (0...maxDecimals).map { places in (0..<places).reduce(1) { power, _ in power * 10 } }
}
