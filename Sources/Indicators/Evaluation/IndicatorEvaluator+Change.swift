import Core

extension IndicatorEvaluator {
    /// Returns the target direction of an indicator; nil when it has none.
    func targetDirection(_ indicator: Indicator, _ area: Int) -> Movement? {
        targets[indicator.name]?.targetMovement(from: value(indicator, .baseline, area).value.number)
    }
}
