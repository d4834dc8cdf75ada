/// The step from the values of an indicator to a figure of a measure.
package protocol FigureStep: Hashable, Sendable {
    /// The values that the figure is made of: one, or the quarter's and then the year before's.
    var values: [IndicatorValue] { get }
    /// The value of the figure, for an indicator whose values are of the kind and in the unit.
    func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue
    /// What the figure is a number of.
    func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit
    /// Decimal places in print, of a figure in the unit; by default those that are usual for it.
    func decimals(in unit: FigureUnit) -> Int
    /// The formula in words, with the numbers in it, for a figure that is there.
    func words(_ result: FormulaResult) -> FormulaWords
}

extension FigureStep {
    package func decimals(in unit: FigureUnit) -> Int { unit.decimals }
}
