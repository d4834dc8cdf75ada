import Aggregation
public import Core

/// Evaluates indicators for the quarter of a report, from the facts of the sources.
public struct IndicatorEvaluator: Sendable {
    let facts: SourceFacts
    let quarter: FinancialQuarter
    let areas: AreaTable
    let denominators: Denominators
    let targets: [String: Target]
    /// For how many quarters, up to the reported one, a source's figures are provisional: 1 for the newest quarter
    /// only.
    let provisionalQuarters: [String: Int]
    let smallBase: Int
    /// The breaks in the series, in the order of the definition.
    let breaks: [SeriesBreak]

    /// A percentage of fewer than this number is marked, unless a definition sets another number.
    public static let usualSmallBase = 20

    /// Creates an evaluator. `targets` are those of the quarter's financial year, by indicator. `provisionalQuarters`
    /// are by source. Percentages of fewer than `smallBase` are marked, as are figures that rest on months from both
    /// sides of one of the `breaks`.
    public init(
        facts: SourceFacts, quarter: FinancialQuarter, areas: AreaTable, denominators: Denominators,
        targets: [String: Target], provisionalQuarters: [String: Int] = [:], smallBase: Int = usualSmallBase,
        breaks: [SeriesBreak] = []
    ) {
        self.facts = facts
        self.quarter = quarter
        self.areas = areas
        self.denominators = denominators
        self.targets = targets
        self.provisionalQuarters = provisionalQuarters
        self.smallBase = smallBase
        self.breaks = breaks
    }
}
