public import Core
public import Indicators

/// The format in which a spreadsheet shows a number, so that it reads like the figure's `display`.
public struct NumberFormat: Hashable, Sendable {
    /// The format in the spreadsheet's own notation.
    public let code: String

    /// Creates the format of a number in the unit, with markers after it; the cell still holds a number.
    public init(_ number: Rational, unit: FigureUnit, decimals: Int, markers: [ObservationMarker] = []) {
        let digits = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
        let unitWords =
            switch unit {
            case .percent: "%"
            case .percentagePoints: " pp"
            case .count, .rate, .words: ""
            }
        let suffix = unitWords + markers.map { " " + $0.shorthand }.joined()
        let positive = suffix.isEmpty ? digits : digits + "\"\(suffix)\""
        // A small negative number that prints as zero is printed without a sign, but a spreadsheet would show one.
        let printsAsZero = number < Rational(0) && number.printsAsZero(decimals: decimals)
        code = printsAsZero ? "\(positive);\(positive)" : positive
    }
}
