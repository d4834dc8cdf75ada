package import Core

/// A measure: what a column shows about the indicators of its rows. Each measure has a file in this folder and a line
/// in `Measures`. Everything that differs between measures is declared here.
package protocol MeasureDefinition: Sendable {
    /// The name in definitions and in `figures.csv`.
    var name: String { get }
    /// The usual heading of a column, for the help.
    var heading: String { get }
    /// The name of its figures in sentences: `differences`.
    var plural: String { get }
    /// What the measure shows, for the data dictionary and the help; without a full stop.
    var meaning: String { get }
    /// Returns how its figures are calculated, given the unit; nil where `meaning` is enough.
    func publishedFormula(unit: String) -> String?

    /// Returns the periods of the numbers that a figure rests on, in a column for this period.
    func periods(_ role: PeriodRole) -> MeasuredPeriods
    /// Returns the periods that must be delivered for a figure to be available; by default, the periods that it rests
    /// on.
    func deliveredPeriods(_ role: PeriodRole) -> [PeriodRole]
    /// Whether changes to counts add up to the change in a figure, so that each cause of a revision has a weight.
    var addsUp: Bool { get }
    /// How figures of the measure relate to the values of the same row.
    var relation: MeasureRelation { get }
    /// Whether its cells are text from the definition, not numbers.
    var isWrittenAsText: Bool { get }

    /// Its rank among the measures that show the direction of a row since the year before, the most explicit first. Nil
    /// for a measure that does not show the direction.
    var directionRank: Int? { get }
    /// Returns the direction that a published figure shows; nil where it shows none.
    func movement(number: Rational?, display: String) -> Movement?

    /// Returns the step that calculates a figure from the indicator's values.
    func step(_ indicator: MeasuredIndicator) -> any FigureStep
    /// Returns the markers that the measure itself adds to a figure.
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
