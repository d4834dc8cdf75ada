import Core

extension IndicatorEvaluator {
    /// The way that the target of an indicator wants; nil when it wants none.
    func meant(_ indicator: Indicator, _ area: Int) -> Movement? {
        targets[indicator.name]?.targetMovement(from: value(indicator, .baseline, area).value.number)
    }
}
