import Core

/// The possible values of a number, as they would be printed.
struct PossibleValues {
    /// The likeliest value: the only possible one, or the middle one. Nil when values are unlimited or too many.
    let likeliest: String?
    /// The other values: all of them when there are few, otherwise the first and the last.
    let alternatives: [String]

    /// Lists the values that the bounds allow, in the number format of the table.
    init(_ bounds: Bounds, of quantity: Quantity, decimalComma: Bool) {
        guard let lower = bounds.lower, let upper = bounds.upper, let middle = bounds.middle, lower <= upper else {
            likeliest = nil
            alternatives = []
            return
        }
        let unit = Bounds.one / PrintedNumber.powers[quantity.decimals]
        let (first, last) = (Self.steps(lower, unit), Self.steps(upper, unit))
        let best = Self.steps(middle, unit)
        func text(_ steps: Int128) -> String { Self.text(steps, quantity, decimalComma) }
        guard last - first <= Self.maxSteps else {
            likeliest = nil
            alternatives = [text(first), text(last)]
            return
        }
        likeliest = text(best)
        let others = (first...last).filter { $0 != best }
        alternatives = (others.count <= Self.few ? others : [first, last]).map(text)
    }

    /// Returns the value as a number of units, rounded half away from zero, as people round.
    private static func steps(_ value: Int128, _ unit: Int128) -> Int128 {
        let doubled = value.magnitude * 2 + UInt128(unit.magnitude)
        let steps = Int128(doubled / (UInt128(unit.magnitude) * 2))
        return value < 0 ? -steps : steps
    }

    private static func text(_ steps: Int128, _ quantity: Quantity, _ decimalComma: Bool) -> String {
        guard let number = Int(exactly: steps), let scale = Int(exactly: PrintedNumber.powers[quantity.decimals]),
            let value = Rational(number, over: scale)
        else { return "\(steps)" }
        return PrintedNumber(value: value, decimals: quantity.decimals, sign: quantity.sign).text(
            decimalComma: decimalComma)
    }

    /// Returns a range of denominators as text: `40,000 to 40,842`.
    static func range(_ bounds: Bounds, decimalComma: Bool) -> String {
        func whole(_ value: Int128?, _ other: String) -> String {
            guard let value, let number = Int(exactly: value / Bounds.one) else { return other }
            return PrintedNumber.digits(of: Rational(number), decimalComma: decimalComma)
        }
        return "\(whole(bounds.lower, "0")) to \(whole(bounds.upper, "any number"))"
    }

    private static let maxSteps: Int128 = 1_000_000
    private static let few = 3
}
