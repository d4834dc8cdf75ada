public import Core

/// The process chart of the months of an indicator, up to the end of the quarter.
public struct MonthlyChart: Hashable, Sendable {
    /// The months of the points.
    public let period: Period
    /// Points, mean and limits, in events a month.
    public let chart: ProcessChart
}

extension IndicatorEvaluator {
    /// The chart of an indicator that is counted from events: the months that end with the quarter, without a gap, at most
    /// `ProcessChart.maxPoints` of them. Nil for other indicators, when the quarter's last month is not there as a whole,
    /// and with fewer months than a chart needs. It begins after a break. Throws when the counts are too large to be
    /// calculated with exactly.
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
