import Aggregation
package import Core
package import Indicators
package import Records

/// Finds months in which the constituents that an area's rows name do not add up to the area. It looks only at areas
/// without a rule of completeness. With such a rule, the months are among the deliveries.
package struct ConstituentGaps {
    package let plan: PipelinePlan
    package let facts: SourceFacts

    /// A check from its parts.
    package init(plan: PipelinePlan, facts: SourceFacts) {
        self.plan = plan
        self.facts = facts
    }

    /// Returns one finding for each source, area and month that a report on the quarter may need.
    package func findings(for quarter: FinancialQuarter) -> [Finding] {
        let months = PeriodRole.allCases.map { $0.months(for: quarter) }
        return plan.sources.flatMap { source -> [Finding] in
            guard let events = facts.events[source.name] else { return [] }
            let expected = source.completeness.map { Set($0.first.keys) } ?? []
            return events.areas.filter { !expected.contains($0) }.flatMap { area in
                events.gaps(ofArea: area).compactMap { month, gap -> Finding? in
                    guard months.contains(where: { $0.contains(month) }) else { return nil }
                    return Finding(
                        .partialMonth, file: source.name, column: plan.areas.areas[area].shortName,
                        value: "\(month): \(gap.words)")
                }
            }
        }
    }
}
