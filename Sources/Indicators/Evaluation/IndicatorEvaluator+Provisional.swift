import Core

extension IndicatorEvaluator {
    /// Returns the markers for provisional figures and for series breaks. A figure is provisional when its period ends
    /// in a quarter for which the source still changes its figures. A target is never provisional.
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
    /// The source that the subject is counted from.
    public var source: String {
        switch self {
        case .events(let source, _, _), .treatment(let source, _, _), .returned(let source, _): source
        }
    }
}
