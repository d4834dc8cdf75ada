import Aggregation
public import Core

/// Evaluates indicators on the facts for the quarter of a report.
public struct IndicatorEvaluator: Sendable {
    let facts: SourceFacts
    let quarter: FinancialQuarter
    let areas: AreaTable
    let denominators: Denominators
    let targets: [String: Target]
    /// For so many quarters figures of a source are provisional: 1 for the newest alone.
    let provisionalQuarters: [String: Int]
    let smallBase: Int
    /// Where series are broken, in the order of the definition.
    let breaks: [SeriesBreak]

    /// A percentage of fewer than that deserves a caution, unless a definition says otherwise.
    public static let usualSmallBase = 20

    /// An evaluator. `targets` are those of the quarter's financial year, by indicator; `provisionalQuarters` are by
    /// source; a percentage of fewer than `smallBase` is marked, and what stands on both sides of one of the `breaks`.
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
