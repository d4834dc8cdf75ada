import Tabular

/// What the evaluator says of change beside numbers: its direction, and whether it is more than usual variation.
extension IndicatorEvaluator {
    /// What stands behind the number of a measure: a percentage of few is marked.
    public func markers(_ indicator: Indicator, _ measure: Measure, area: Int) -> [ObservationMarker] {
        guard measure == .percentDifference, let base = value(indicator, .yearBefore, area).number,
            base < Rational(smallBase)
        else { return [] }
        return [.lowReliability]
    }

    func direction(_ indicator: Indicator, _ area: Int) -> FigureValue {
        switch difference(indicator, area).0 {
        case .number(let change):
            let movement = Movement(from: Rational(0), to: change)
            return .words(
                .direction(DirectionOfTravel(movement, ChangeMeaning(movement, meant: meant(indicator, area)))))
        case let other: return other
        }
    }

    func variation(_ indicator: Indicator, _ area: Int) -> FigureValue {
        guard case .events(let source, let categories, let flag) = indicator.subject else {
            return .missing(.notApplicable)
        }
        let months = quarter.period
        // A source that counts by quarters has the quarter, but no month.
        for period in [months, Period(first: months.last, last: months.last)] {
            if case .missing(let reason) = eventCount(source, categories, flag, period, area) {
                return .missing(reason)
            }
        }
        guard let chart = monthlyChart(indicator, area: area)?.chart else {
            return .words(.variation(.tooFewPoints))
        }
        return .words(.variation(chart.reading(ofLast: months.months.count, meant: meant(indicator, area))))
    }

    private func meant(_ indicator: Indicator, _ area: Int) -> Movement? {
        targets[indicator.name]?.meantMovement(from: value(indicator, .baseline, area).number)
    }
}
