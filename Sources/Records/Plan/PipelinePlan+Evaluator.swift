package import Core
package import Indicators

extension PipelinePlan {
    /// Returns the evaluator of the indicators for the facts of a run.
    package func evaluator(of facts: SourceFacts, for quarter: FinancialQuarter) -> IndicatorEvaluator {
        var provisional: [String: Int] = [:]
        for source in sources { provisional[source.name] = source.provisionalQuarters }
        return IndicatorEvaluator(
            facts: facts, quarter: quarter, areas: areas, denominators: denominators,
            targets: targets[quarter.year] ?? [:], provisionalQuarters: provisional, smallBase: smallBase,
            breaks: breaks)
    }
}
