public import Core
public import Indicators

/// A figure of a release that was issued before: a number that readers already have, or one that was withheld from them and
/// must stay so.
public struct EarlierFigure: Sendable {
    /// What the figure counts.
    public enum Meaning: Sendable {
        /// What the indicator counts in the area, by its position: this release can count it, too.
        case counted(Indicator, area: Int)
        /// Not known: a release of an earlier version has labels alone. It is possibly any figure of the area, which has
        /// its short name here, and of the source, when that is known.
        case unknown(source: String?, area: String)
    }

    public let meaning: Meaning
    public let measure: Measure
    /// The period as `figures.csv` has it.
    public let period: String
    /// The number, to the six places of `figures.csv`; nil when it was withheld.
    public let value: Rational?
    /// Whether another pipeline published it: what it withholds may protect figures that are unknown here.
    public let isOfOtherPipeline: Bool
    /// Whether it was published by another definition, so that its policy is not known.
    public let mayHaveOtherPolicy: Bool

    /// A figure from its parts.
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

    /// The quarter and the column that it was published for; nil when its period is none.
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
