public import Core

/// The process chart of an indicator's months, up to the end of the quarter.
public struct MonthlyChart: Hashable, Sendable {
    /// The months that the points stand for.
    public let period: Period
    /// The points, mean and limits, in events per month.
    public let chart: ProcessChart
}

extension IndicatorEvaluator {
    /// Returns the chart of an indicator that is counted from events. It covers the months up to the quarter's end
    /// without a gap, at most `ProcessChart.maxPoints` of them, and begins after the last break. Nil for other
    /// indicators, when the count of the quarter's last month is not known, and with fewer months than a chart needs.
    /// Throws when the counts are too large for exact arithmetic.
    public func monthlyChart(_ indicator: Indicator, area: Int) throws(ArithmeticOverflow) -> MonthlyChart? {
        let last = quarter.period.last
        var values: [Rational] = []
        for back in 0..<ProcessChart.maxPoints {
            let month = last.advanced(by: -back)
            guard breaks(of: indicator, in: Period(first: month, last: last), area: area).isEmpty,
                let count = value(of: indicator, in: month, area: area)?.number
            else { break }
            values.append(count)
        }
        guard values.count >= ProcessChart.minPoints, let chart = try ProcessChart(values.reversed()) else {
            return nil
        }
        return MonthlyChart(period: Period(first: last.advanced(by: 1 - values.count), last: last), chart: chart)
    }
}
