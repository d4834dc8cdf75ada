public import Aggregation
public import Core

/// A count that is implausible beside its own history: such a change is rarely news and often a fault of the source.
public struct ImplausibleChange: Hashable, Sendable {
    /// The month, or the first month of the quarter where the source counts by quarters, and its count.
    public let month: Month
    public let count: Int
    /// The mean of the months, or quarters, before the reported quarter.
    public let usual: Rational

    /// With fewer events a month than this before, any change is plausible.
    public static let minUsual = 20
    /// With fewer months, or quarters, before, it is not known what is usual.
    static let minMonths = ProcessChart.minPoints
    static let minQuarters = 4
    /// Less than one such part of what is usual, or more than so many times it.
    static let factor = 5

    /// The first of the counts that is implausible beside the history, which is in the order of time: outside the limits of
    /// the history's process chart, and less than a fifth of its mean or more than five times it. Nil when none is, and
    /// when the history says too little.
    public init?(_ counts: [(month: Month, count: Int)], after history: [Int], _ grain: TimeGrain) {
        let fewest = grain == .month ? Self.minMonths : Self.minQuarters
        guard history.count >= fewest, let chart = try? ProcessChart(history.map { Rational($0) }),
            chart.mean >= Rational(Self.minUsual)
        else { return nil }
        // Numbers too large to be calculated with exactly have no chart.
        guard let most = try? chart.mean * Rational(Self.factor),
            let least = try? chart.mean.divided(by: Rational(Self.factor))
        else { return nil }
        let found = counts.first { _, count in
            let value = Rational(count)
            let isOutside = value < chart.lowerLimit || value > chart.upperLimit
            // A count that varies as widely as its mean has a lower limit below zero, and nothing lies below that.
            let hasNoFloor = chart.lowerLimit <= Rational(0) && count == 0
            return (isOutside || hasNoFloor)
                && (value < least || value > most)
        }
        guard let found else { return nil }
        (month, count, usual) = (found.month, found.count, chart.mean)
    }
}

extension IndicatorEvaluator {
    /// The first month of the quarter whose count of the indicator in the area is implausible beside the months before;
    /// nil for indicators that are not counted from events.
    public func implausibleChange(_ indicator: Indicator, area: Int) -> ImplausibleChange? {
        guard case .events(let source, let categories, let flag) = indicator.subject, let events = facts.events[source],
            facts.faults[source]?.limits.reportsImplausible ?? true
        else { return nil }
        let parts = areas.parts[area]
        var counts: [Month: Int] = [:]
        var whole: Set<Month>?
        for part in parts {
            counts.merge(events.countByMonth(area: part, categories: categories, flag: flag), uniquingKeysWith: +)
            let own = events.wholeMonths(ofArea: part)
            whole = whole.map { $0.intersection(own) } ?? own
        }
        let step = events.grain == .month ? 1 : 3
        var history: [Int] = []
        var month = quarter.period.first.advanced(by: -step)
        while history.count < ProcessChart.maxPoints, whole?.contains(month) == true {
            history.append(counts[month] ?? 0)
            month = month.advanced(by: -step)
        }
        let reported = quarter.period.months.filter {
            whole?.contains($0) == true && (step == 1 || $0 == quarter.period.first)
        }
        return ImplausibleChange(reported.map { ($0, counts[$0] ?? 0) }, after: history.reversed(), events.grain)
    }

    /// What is not known of a source; nil for a source without facts.
    public func faults(of source: String) -> SourceFaults? { facts.faults[source] }

    /// How many rows of the source count in the period, in any of the definition's areas.
    public func placedRows(of source: String, in period: Period) -> Int {
        guard let events = facts.events[source] else { return 0 }
        return events.areas.reduce(0) { sum, area in
            sum + events.rowsByMonth(ofArea: area).reduce(0) { $0 + (period.contains($1.key) ? $1.value : 0) }
        }
    }
}
