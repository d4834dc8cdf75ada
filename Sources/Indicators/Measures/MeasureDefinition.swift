package import Core

/// A measure: what a column says of the indicators of its rows. Each is a file of this folder and a line in `Measures`;
/// all that differs between measures is declared here.
package protocol MeasureDefinition: Sendable {
    /// The name in definitions and in `figures.csv`.
    var name: String { get }
    /// The usual heading of a column, for the help.
    var heading: String { get }
    /// What a sentence calls its figures: `differences`.
    var plural: String { get }
    /// What it says, for the data dictionary and the help; without a full stop.
    var meaning: String { get }
    /// How its figures are calculated, for a figure's unit; nil where the meaning says all.
    func publishedFormula(unit: String) -> String?

    /// The periods whose numbers a figure rests on, in a column of the period.
    func periods(_ role: PeriodRole) -> MeasuredPeriods
    /// The periods that must be delivered for a figure to be there; by default those that it rests on.
    func deliveredPeriods(_ role: PeriodRole) -> [PeriodRole]
    /// Whether changes of counts add up to the change of a figure, so that each cause of a revision has a weight.
    var addsUp: Bool { get }
    /// What figures of a row are to its values.
    var relation: MeasureRelation { get }
    /// Whether its cells are text that the definition writes, not numbers.
    var isWrittenAsText: Bool { get }

    /// Its place among the measures that say which way a row went since the year before, the most explicit first; nil for
    /// a measure that says nothing of it.
    var directionRank: Int? { get }
    /// The way that a published figure says; nil where it says none.
    func movement(number: Rational?, display: String) -> Movement?

    /// How a figure is calculated from the indicator's values.
    func step(_ indicator: MeasuredIndicator) -> any FigureStep
    /// The notes on a figure besides its number.
    func cautions(_ indicator: MeasuredIndicator) -> [ObservationMarker]
}

extension MeasureDefinition {
    package func publishedFormula(unit: String) -> String? { nil }
    package func deliveredPeriods(_ role: PeriodRole) -> [PeriodRole] { periods(role).all }
    package var addsUp: Bool { false }
    package var relation: MeasureRelation { .unrelated }
    package var isWrittenAsText: Bool { false }
    package var directionRank: Int? { nil }
    package func movement(number: Rational?, display: String) -> Movement? { nil }
    package func cautions(_ indicator: MeasuredIndicator) -> [ObservationMarker] { [] }
}
