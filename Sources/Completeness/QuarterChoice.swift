import Aggregation
package import Core
package import Indicators
package import Intake
package import Records

/// Chooses the quarter of a run.
package struct QuarterChoice {
    package let plan: PipelinePlan
    package let facts: SourceFacts

    /// A choice from its parts.
    package init(plan: PipelinePlan, facts: SourceFacts) {
        self.plan = plan
        self.facts = facts
    }

    /// Returns the requested quarter if any source has a row for it in the home area. Without a request, returns the
    /// newest quarter for which every source of events has all rows of the home area in each month.
    package func quarter(asked: FinancialQuarter?) throws(RunFailure) -> FinancialQuarter {
        let sources = plan.sources.compactMap { source in
            facts.events[source.name].map { facts in
                let isOpen = plan.areas.areas.isEmpty
                return (
                    title: source.title, months: isOpen ? facts.months : facts.monthsWithRows(ofArea: plan.homeArea),
                    whole: isOpen ? facts.months : facts.wholeMonths(ofArea: plan.homeArea)
                )
            }
        }
        if let asked {
            guard sources.isEmpty || sources.contains(where: { !$0.months.isDisjoint(with: asked.period.months) })
            else {
                throw .nothingInQuarter(asked)
            }
            return asked
        }
        let candidates = Set(sources.flatMap { $0.whole.map(FinancialQuarter.init(containing:)) }).sorted(by: >)
        for quarter in candidates where sources.allSatisfy({ $0.whole.isSuperset(of: quarter.period.months) }) {
            return quarter
        }
        throw .noCompleteQuarter(
            sources.map { source in
                guard let last = source.whole.max() else {
                    return "\(source.title): no month of the home area is complete"
                }
                return "\(source.title): the newest complete month is \(last)"
            })
    }
}
