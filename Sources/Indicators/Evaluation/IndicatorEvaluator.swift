import Aggregation
public import Core

/// Evaluates indicators for the quarter of a report, from the facts of the sources.
public struct IndicatorEvaluator: Sendable {
    let facts: SourceFacts
    let quarter: FinancialQuarter
    let areas: AreaTable
    let denominators: Denominators
    let targets: [String: Target]
    /// For each source, how many quarters up to the reported one have provisional figures: 1 means only the reported
    /// quarter.
    let provisionalQuarters: [String: Int]
    let smallBase: Int
    /// The breaks in the series, in the order of the definition.
    let breaks: [SeriesBreak]

    /// A percentage of fewer events or persons than this is marked, unless a definition sets another number.
    public static let usualSmallBase = 20

    /// Creates an evaluator. `targets` has the targets of the quarter's financial year, by indicator;
    /// `provisionalQuarters` is by source. Percentages of fewer than `smallBase` events or persons are marked. Figures
    /// that rest on months from both sides of one of the `breaks` are marked, too.
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
