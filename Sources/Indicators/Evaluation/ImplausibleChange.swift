public import Aggregation
public import Core

/// A count that is implausible given its own history. Such a change is rarely real and often a fault in the source.
public struct ImplausibleChange: Hashable, Sendable {
    /// The month and its count. If the source counts by quarters, these are the first month of the quarter and the
    /// quarter's count.
    public let month: Month
    public let count: Int
    /// The mean count of the months, or quarters, before the reported quarter.
    public let usual: Rational

    /// Any change is plausible if the mean of the earlier months, or quarters, is lower than this.
    public static let minUsual = 20
    /// The usual count is known only if there are at least this many months, or quarters, before the reported quarter.
    static let minMonths = ProcessChart.minPoints
    static let minQuarters = 4
    /// An implausible count is less than the usual count divided by this, or more than the usual count times this.
    static let factor = 5

    /// Finds the first count that is implausible given the history, which is in chronological order. An implausible
    /// count lies outside the limits of the history's process chart. It is also less than a fifth of the mean, or more
    /// than five times the mean. Nil when no count is implausible, and when the history is too short or its mean too
    /// low.
    public init?(_ counts: [(month: Month, count: Int)], after history: [Int], _ grain: TimeGrain) {
        let fewest = grain == .month ? Self.minMonths : Self.minQuarters
        guard history.count >= fewest, let chart = try? ProcessChart(history.map { Rational($0) }),
            chart.mean >= Rational(Self.minUsual)
        else { return nil }
        // Without exact arithmetic there are no bounds to compare the counts with.
        guard let most = try? chart.mean * Rational(Self.factor),
            let least = try? chart.mean.divided(by: Rational(Self.factor))
        else { return nil }
        let found = counts.first { _, count in
            let value = Rational(count)
            let isOutside = value < chart.lowerLimit || value > chart.upperLimit
            // If the counts vary widely, the lower limit is below zero and no count can lie below it.
            let hasNoFloor = chart.lowerLimit <= Rational(0) && count == 0
            return (isOutside || hasNoFloor)
                && (value < least || value > most)
        }
        guard let found else { return nil }
        (month, count, usual) = (found.month, found.count, chart.mean)
    }
}

extension IndicatorEvaluator {
    /// Returns the first month of the quarter in which the indicator's count for the area is implausible given the
    /// months before. Nil for indicators that are not counted from events, and for sources that do not report such
    /// changes.
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

    /// Returns what is not known about a source; nil for a source without facts.
    public func faults(of source: String) -> SourceFaults? { facts.faults[source] }

    /// Returns how many rows of the source are counted in the period, in all areas of the definition together.
    public func placedRows(of source: String, in period: Period) -> Int {
        guard let events = facts.events[source] else { return 0 }
        return events.areas.reduce(0) { sum, area in
            sum + events.rowsByMonth(ofArea: area).reduce(0) { $0 + (period.contains($1.key) ? $1.value : 0) }
        }
    }
}
