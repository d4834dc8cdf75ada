/// An indicator in an area and a column's period, as measures use it.
package struct MeasuredIndicator: Sendable {
    let evaluator: IndicatorEvaluator
    /// The indicator.
    package let indicator: Indicator
    /// The column's period.
    package let role: PeriodRole
    /// The area's position.
    package let area: Int

    init(_ evaluator: IndicatorEvaluator, _ indicator: Indicator, _ role: PeriodRole, area: Int) {
        self.evaluator = evaluator
        self.indicator = indicator
        self.role = role
        self.area = area
    }

    /// Returns the value in a period; without an argument, in the column's period.
    package func value(_ role: PeriodRole) -> IndicatorValue { evaluator.value(indicator, role, area) }
    package var value: IndicatorValue { value(role) }
    /// The values of the quarter and of the same quarter of the year before.
    package var now: IndicatorValue { value(.quarter) }
    package var before: IndicatorValue { value(.yearBefore) }

    /// The partnership's target; nil when there is none.
    package var target: Target? { evaluator.targets[indicator.name] }
    /// The target direction; nil when there is none.
    package var targetDirection: Movement? { evaluator.targetDirection(indicator, area) }
    /// The denominator of rates in the column's period; nil when there is none.
    package var denominator: Denominators.Denominator? {
        indicator.denominator.flatMap {
            evaluator.denominators.denominator($0, for: role.months(for: evaluator.quarter))
        }
    }
    /// A percentage of fewer events or persons than this is marked.
    package var smallBase: Int { evaluator.smallBase }
}
