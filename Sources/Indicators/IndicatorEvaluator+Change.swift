import Core

/// What the evaluator says of change beside numbers: the way that is meant, and whether it is more than usual variation.
extension IndicatorEvaluator {
    /// A percentage of few is marked.
    public func cautions(_ indicator: Indicator, _ measure: Measure, area: Int) -> [ObservationMarker] {
        guard measure == .percentDifference, let base = value(indicator, .yearBefore, area).value.number,
            base < Rational(smallBase)
        else { return [] }
        return [.lowReliability]
    }

    func variation(_ indicator: Indicator, _ area: Int) -> FigureValue {
        guard case .events = indicator.subject else { return .missing(.notApplicable) }
        // A source that counts by quarters has the quarter, but no month.
        let values = [
            value(indicator, .quarter, area).value, value(of: indicator, in: quarter.period.last, area: area),
        ]
        for case .missing(let reason)? in values { return .missing(reason) }
        guard let chart = monthlyChart(indicator, area: area)?.chart else {
            return .words(.variation(.tooFewPoints))
        }
        let months = quarter.period.months.count
        return .words(.variation(chart.reading(ofLast: months, meant: meant(indicator, area))))
    }

    func meant(_ indicator: Indicator, _ area: Int) -> Movement? {
        targets[indicator.name]?.meantMovement(from: value(indicator, .baseline, area).value.number)
    }
}
