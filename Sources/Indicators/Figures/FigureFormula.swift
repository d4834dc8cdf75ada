/// How a figure is calculated from the values of its indicator. A figure is the result of its formula, so what explains a
/// figure by its formula explains the figure that was published.
public struct FigureFormula: Sendable {
    /// How values of the indicator behave, and the unit that they are in.
    public let kind: IndicatorKind
    public let valueUnit: FigureUnit
    /// The step from values to the figure.
    package let step: any FigureStep
    /// Whether its values stand on both sides of a break: then words that compare them are not known. Numbers are shown with a
    /// mark.
    let isBroken: Bool

    /// A formula from its parts.
    package init(kind: IndicatorKind, valueUnit: FigureUnit, step: any FigureStep, isBroken: Bool = false) {
        self.isBroken = isBroken
        self.kind = kind
        self.valueUnit = valueUnit
        self.step = step
    }

    /// The values that the figure is made of: one, or the quarter's and then the year before's.
    public var values: [IndicatorValue] { step.values }

    /// The figure's value.
    public var value: FigureValue {
        let value = step.value(kind, valueUnit)
        if isBroken, case .words = value { return .missing(.seriesBreak) }
        return value
    }

    /// What the figure is a number of.
    public var unit: FigureUnit { step.unit(kind, valueUnit) }

    /// Decimal places in print.
    public var decimals: Int { step.decimals(in: unit) }

    /// The formula in words; why there is no figure when there is none.
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
