public import Indicators
public import Tabular

/// A figure of the release that was issued before: a number that readers already have, or one that was withheld from them
/// and must stay so.
public struct EarlierFigure: Hashable, Sendable {
    /// What `figures.csv` calls it.
    public let table: String
    public let section: String
    public let row: String
    public let area: String
    public let measure: Measure
    public let period: String
    /// The number, to the six places of `figures.csv`; nil when it was withheld.
    public let value: Rational?

    /// A figure from its parts.
    public init(
        table: String, section: String, row: String, area: String, measure: Measure, period: String, value: Rational?
    ) {
        self.table = table
        self.section = section
        self.row = row
        self.area = area
        self.measure = measure
        self.period = period
        self.value = value
    }

    /// The figure of a table, when it is a number or a withheld one.
    public init?(_ figure: Figure) {
        let value = figure.value.number
        guard value != nil || figure.value == .missing(.confidential) else { return nil }
        self.init(
            table: figure.table, section: figure.section, row: figure.row, area: figure.area, measure: figure.measure,
            period: figure.period, value: value)
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
