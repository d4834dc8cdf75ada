/// How a figure is calculated from the values of its indicator. Every published figure is the result of its formula, so
/// an explanation of the formula explains the published figure.
public struct FigureFormula: Sendable {
    /// How values of the indicator behave, and their unit.
    public let kind: IndicatorKind
    public let valueUnit: FigureUnit
    /// The step from values to the figure.
    package let step: any FigureStep
    /// Whether the values come from both sides of a break. If so, words that compare them are missing, and numbers are
    /// shown with a mark.
    let isBroken: Bool

    /// Creates a formula from its parts.
    package init(kind: IndicatorKind, valueUnit: FigureUnit, step: any FigureStep, isBroken: Bool = false) {
        self.isBroken = isBroken
        self.kind = kind
        self.valueUnit = valueUnit
        self.step = step
    }

    /// The values that the figure is calculated from: one value, or the quarter's value and then the value of the year
    /// before. A target has none.
    public var values: [IndicatorValue] { step.values }

    /// The figure's value.
    public var value: FigureValue {
        let value = step.value(kind, valueUnit)
        if isBroken, case .words = value { return .missing(.seriesBreak) }
        return value
    }

    /// The unit of the figure.
    public var unit: FigureUnit { step.unit(kind, valueUnit) }

    /// The number of decimal places in print.
    public var decimals: Int { step.decimals(in: unit) }

    /// The formula in words, or the reason why the figure is missing.
    package var words: FormulaWords {
        let value = value
        if case .missing(let reason) = value { return FormulaWords(reason.explanation) }
        return step.words(FormulaResult(value: value, unit: unit))
    }
}

extension FigureFormula: Hashable {
    public static func == (one: FigureFormula, other: FigureFormula) -> Bool {
        one.kind == other.kind && one.valueUnit == other.valueUnit && one.isBroken == other.isBroken
            && AnyHashable(one.step) == AnyHashable(other.step)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(valueUnit)
        hasher.combine(isBroken)
        hasher.combine(AnyHashable(step))
    }
}
