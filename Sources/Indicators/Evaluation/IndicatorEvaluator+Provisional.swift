import Core

extension IndicatorEvaluator {
    /// Provisional when the period, or one that it is compared with, ends in a quarter of which the source still changes.
    /// What the partnership aims at is not. Besides, whether there is a break between the months.
    func markers(
        _ indicator: Indicator, _ measure: Measure, _ role: PeriodRole, area: Int
    ) -> [ObservationMarker] {
        provisional(indicator, measure, role)
            + (breaks(indicator, measure, role, area: area).isEmpty ? [] : [.seriesBreak])
    }

    private func provisional(
        _ indicator: Indicator, _ measure: Measure, _ role: PeriodRole
    ) -> [ObservationMarker] {
        guard !measure.bases(role).isEmpty, let quarters = provisionalQuarters[indicator.subject.source] else {
            return []
        }
        let last = FinancialQuarter(containing: role.months(for: quarter).last)
        let age = last.period.last.distance(to: quarter.period.last) / 3
        return age < quarters ? [.provisional] : []
    }
}

extension IndicatorSubject {
    /// The source that it is counted from.
    public var source: String {
        switch self {
        case .events(let source, _, _), .treatment(let source, _, _), .returned(let source, _): source
        }
    }
}
