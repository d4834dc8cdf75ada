public import Core

/// The number that a cell holds.
public enum CellNumber {
    /// Returns the value rounded to six decimal places. Returns it unrounded if a second rounding for print would give
    /// a different digit, because the cell must read as the figure is printed.
    public static func value(of number: Rational, decimals: Int) -> Double {
        guard decimals < places else { return number.double }
        guard let scaled = number.scaled(decimals: places), let rounded = Rational(scaled, over: scale),
            rounded.scaled(decimals: decimals) == number.scaled(decimals: decimals)
        else { return number.double }
        return Double(scaled) / Double(scale)
    }

    private static let places = 6
    private static let scale = 1_000_000
}
