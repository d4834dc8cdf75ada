/// An indicator in an area and a column's period, as measures see it.
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

    /// The value in a period, and in that of the column.
    package func value(_ role: PeriodRole) -> IndicatorValue { evaluator.value(indicator, role, area) }
    package var value: IndicatorValue { value(role) }
    /// The values of the quarter and of the same quarter of the year before.
    package var now: IndicatorValue { value(.quarter) }
    package var before: IndicatorValue { value(.yearBefore) }

    /// What the partnership aims at; nil when nothing is.
    package var target: Target? { evaluator.targets[indicator.name] }
    /// The way that the target wants; nil when it wants none.
    package var meant: Movement? { evaluator.meant(indicator, area) }
    /// What rates of the column's period are taken of; nil without one.
    package var denominator: Denominators.Denominator? {
        indicator.denominator.flatMap {
            evaluator.denominators.denominator($0, for: role.months(for: evaluator.quarter))
        }
    }
    /// A percentage of fewer than that deserves a caution.
    package var smallBase: Int { evaluator.smallBase }
}
