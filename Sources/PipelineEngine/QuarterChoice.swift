import Aggregation
import Indicators
import Tabular

/// Decides which quarter a run is about.
struct QuarterChoice {
    let plan: PipelinePlan
    let facts: SourceFacts

    /// The quarter asked for, when any source has a row for it in the home area; else the newest quarter for which every
    /// source of events has rows of the home area in each month.
    func quarter(asked: FinancialQuarter?) throws(RunFailure) -> FinancialQuarter {
        let sources = plan.sources.compactMap { source in
            facts.events[source.name].map {
                (title: source.title, months: plan.areas.areas.isEmpty ? $0.months : $0.months(ofArea: plan.homeArea))
            }
        }
        if let asked {
            guard sources.isEmpty || sources.contains(where: { !$0.months.isDisjoint(with: asked.period.months) })
            else {
                throw .nothingInQuarter(asked)
            }
            return asked
        }
        let candidates = Set(sources.flatMap { $0.months.map(FinancialQuarter.init(containing:)) }).sorted(by: >)
        for quarter in candidates where sources.allSatisfy({ $0.months.isSuperset(of: quarter.period.months) }) {
            return quarter
        }
        throw .noCompleteQuarter(
            sources.map { source in
                guard let last = source.months.max() else { return "\(source.title): no rows of the home area" }
                return "\(source.title): the newest month with rows is \(last)"
            })
    }
}
