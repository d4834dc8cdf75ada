public import Core

extension IndicatorEvaluator {
    /// Returns the breaks between the months that a figure compares or adds up.
    public func breaks(
        _ indicator: Indicator, _ measure: Measure, _ role: PeriodRole, area: Int
    ) -> [SeriesBreak] {
        let periods = measure.bases(role).map { $0.months(for: quarter) }
        guard let first = periods.map(\.first).min(), let last = periods.map(\.last).max() else { return [] }
        return breaks(of: indicator, in: Period(first: first, last: last), area: area)
    }

    /// Returns the breaks of an indicator that fall between months of the period.
    public func breaks(of indicator: Indicator, in period: Period, area: Int) -> [SeriesBreak] {
        breaks.filter { $0.divides(period) && $0.concerns(indicator.subject, in: areas.parts[area]) }
    }
}

extension [SeriesBreak] {
    /// The breaks without duplicates, in the order of their first occurrence.
    package var eachOnce: [SeriesBreak] {
        var seen: Set<SeriesBreak> = []
        return filter { seen.insert($0).inserted }
    }
}
