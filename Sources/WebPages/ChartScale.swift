package import Core

/// The scale of a chart's values: from zero to a round number, in few equal steps.
package struct ChartScale {
    /// The values at which lines are drawn, from zero on.
    package let ticks: [Rational]

    /// Creates a scale that includes the number. If no round number above it can be calculated, the number is the only
    /// step.
    package init(upTo most: Rational) { ticks = (try? Self.roundTicks(upTo: most)) ?? [Rational(0), most] }

    private static func roundTicks(upTo most: Rational) throws(ArithmeticOverflow) -> [Rational] {
        let step = try step(most)
        var ticks = [Rational(0)]
        while let last = ticks.last, last < most || ticks.count < 2 { ticks.append(try last + step) }
        return ticks
    }

    /// Returns how far up the scale the number is, from 0 to 1.
    func share(of number: Rational) -> Double {
        guard let top = ticks.last else { return 0 }
        return number.double / top.double
    }

    /// Returns the label of a line.
    func label(_ tick: Rational) -> String {
        let decimals = ticks.contains { $0.denominator != 1 } ? 1 : 0
        return tick.formatted(decimals: decimals, grouped: true)
    }

    /// Returns the smallest step for which six steps are enough; steps are 1, 2 or 5 times a power of ten.
    private static func step(_ most: Rational) throws(ArithmeticOverflow) -> Rational {
        var power = Rational(1, over: 10) ?? Rational(1)
        while true {
            for factor in [1, 2, 5] {
                let step = try power * Rational(factor)
                if try !(step * Rational(6) < most) { return step }
            }
            power = try power * Rational(10)
        }
    }
}
