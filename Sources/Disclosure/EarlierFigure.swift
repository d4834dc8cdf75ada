public import Core
public import Indicators

/// A figure of a release issued before. Readers already have its number, or it was withheld from them and must stay
/// withheld.
public struct EarlierFigure: Sendable {
    /// What the figure counts.
    public enum Meaning: Sendable {
        /// The indicator and the position of the area. Both are known here, so this release can count the same.
        case counted(Indicator, area: Int)
        /// Not known, because a release of an earlier version has only labels. The figure may be any figure of the area
        /// with this short name. If the source is known, it is a figure of this source.
        case unknown(source: String?, area: String)
    }

    public let meaning: Meaning
    public let measure: Measure
    /// The period, as in `figures.csv`.
    public let period: String
    /// The number, to the six places of `figures.csv`; nil when it was withheld.
    public let value: Rational?
    /// Whether another pipeline published the figure. Figures that the other pipeline withholds may protect others that
    /// are unknown here.
    public let isOfOtherPipeline: Bool
    /// Whether the figure was published under another definition, so that its policy is not known.
    public let mayHaveOtherPolicy: Bool

    /// Creates a figure with these properties.
    public init(
        _ meaning: Meaning, measure: Measure, period: String, value: Rational?, isOfOtherPipeline: Bool = false,
        mayHaveOtherPolicy: Bool = false
    ) {
        self.meaning = meaning
        self.measure = measure
        self.period = period
        self.value = value
        self.isOfOtherPipeline = isOfOtherPipeline
        self.mayHaveOtherPolicy = mayHaveOtherPolicy
    }

    /// The quarter and the column that the figure was published for; nil when its period is not valid.
    var place: (quarter: FinancialQuarter, role: PeriodRole)? {
        let parts = period.split(separator: "-to-")
        if parts.count == 2, let quarter = FinancialQuarter(parts[0] + "-" + parts[1]) {
            return (quarter, .yearToDate)
        }
        if let quarter = FinancialQuarter(period) { return (quarter, .quarter) }
        guard let year = FinancialYear(period),
            let quarter = FinancialQuarter(year: FinancialYear(start: year.start + 1), number: 1)
        else { return nil }
        return (quarter, .baseline)
    }
}
