public import Core

extension IndicatorEvaluator {
    /// The breaks between the months that a figure rests on, compared or added up.
    public func breaks(
        _ indicator: Indicator, _ measure: Measure, _ role: PeriodRole, area: Int
    ) -> [SeriesBreak] {
        let periods = measure.bases(role).map { $0.months(for: quarter) }
        guard let first = periods.map(\.first).min(), let last = periods.map(\.last).max() else { return [] }
        return breaks(of: indicator, in: Period(first: first, last: last), area: area)
    }

    /// The breaks of an indicator that divide the months.
    public func breaks(of indicator: Indicator, in period: Period, area: Int) -> [SeriesBreak] {
        breaks.filter { $0.divides(period) && $0.concerns(indicator.subject, in: areas.parts[area]) }
    }
}

/// A step to words that compare periods on both sides of a break, which nobody can say. Numbers are shown with a mark.
struct BrokenStep: FigureStep {
    let step: AnyFigureStep

    init(_ step: any FigureStep) { self.step = AnyFigureStep(step) }

    var values: [IndicatorValue] { step.base.values }
    func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue {
        let value = step.base.value(kind, unit)
        if case .words = value { return .missing(.seriesBreak) }
        return value
    }
    func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit { step.base.unit(kind, unit) }
    func decimals(in unit: FigureUnit) -> Int { step.base.decimals(in: unit) }
    func words(_ result: FormulaResult) -> FormulaWords { step.base.words(result) }
}

/// A step of any measure, which is equal to another when both are of one type and equal.
struct AnyFigureStep: Hashable {
    let base: any FigureStep

    init(_ base: any FigureStep) { self.base = base }

    static func == (one: AnyFigureStep, other: AnyFigureStep) -> Bool {
        AnyHashable(one.base) == AnyHashable(other.base)
    }
    func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(base)) }
}
