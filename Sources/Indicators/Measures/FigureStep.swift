/// The step from an indicator's values to a figure of a measure.
package protocol FigureStep: Hashable, Sendable {
    /// The values that the figure is calculated from: one value, or the quarter's value and then the value of the year
    /// before. A target has none.
    var values: [IndicatorValue] { get }
    /// Returns the value of the figure, given the kind and the unit of the indicator's values.
    func value(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureValue
    /// Returns the unit of the figure, given the kind and the unit of the indicator's values.
    func unit(_ kind: IndicatorKind, _ unit: FigureUnit) -> FigureUnit
    /// Returns the number of decimal places in print for a figure in the unit; by default, the usual number for the
    /// unit.
    func decimals(in unit: FigureUnit) -> Int
    /// Returns the formula in words, including the numbers, for a figure that is not missing.
    func words(_ result: FormulaResult) -> FormulaWords
}

extension FigureStep {
    package func decimals(in unit: FigureUnit) -> Int { unit.decimals }
}
