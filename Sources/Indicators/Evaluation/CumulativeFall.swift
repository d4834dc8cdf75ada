public import Core

/// A cumulative value that is lower than in an earlier quarter. A cumulative value cannot fall, so one of the two
/// returns is wrong or the count was restarted.
public struct CumulativeFall: Hashable, Sendable {
    /// The earlier quarter and its value.
    public let quarter: FinancialQuarter
    public let before: Rational
    /// The value of the reported quarter.
    public let now: Rational
}

extension IndicatorEvaluator {
    /// Returns the fall of the indicator's returns from the last earlier quarter with a value to the reported quarter.
    /// Nil when there is no fall, and for indicators that are not cumulative.
    public func cumulativeFall(_ indicator: Indicator, area: Int) -> CumulativeFall? {
        guard indicator.kind == .cumulative, case .returned(let source, let name) = indicator.subject else {
            return nil
        }
        guard let now = returnedRow(source, name, .quarter(quarter), area: area)?.value else { return nil }
        // Quarters without a value are skipped: a cumulative value must not fall over several quarters, either.
        let earlier = (facts.returns[source] ?? []).compactMap { row -> (quarter: FinancialQuarter, value: Rational)? in
            guard row.indicator == name, row.area == area, case .quarter(let of) = row.span, of < quarter,
                let value = row.value
            else { return nil }
            return (of, value)
        }
        guard let last = earlier.max(by: { $0.quarter < $1.quarter }), now < last.value else { return nil }
        return CumulativeFall(quarter: last.quarter, before: last.value, now: now)
    }
}
