import Aggregation
package import Core
package import Indicators
package import Records

/// Finds areas without a single row in a quarter that was delivered for them. By the rule for deliveries, their figures
/// are 0. That is hardly plausible where the other areas, or the same area a year before, have many rows.
package struct SilentAreas {
    package let plan: PipelinePlan
    package let facts: SourceFacts

    /// A check from its parts.
    package init(plan: PipelinePlan, facts: SourceFacts) {
        self.plan = plan
        self.facts = facts
    }

    /// An area without rows is implausible if the other areas have this many rows on average, or the area itself had
    /// them a year before.
    private static let usual = 50

    /// Returns one finding for each source and area.
    package func findings(for quarter: FinancialQuarter) -> [Finding] {
        plan.sources.flatMap { source -> [Finding] in
            let areas = Set(source.covers.values.joined()).sorted()
            guard let events = facts.events[source.name], !areas.isEmpty else { return [] }
            func rows(_ area: Int, _ quarter: FinancialQuarter) -> Int {
                let byMonth = events.rowsByMonth(ofArea: area)
                return quarter.period.months.reduce(0) { $0 + (byMonth[$1] ?? 0) }
            }
            return areas.compactMap { area in
                guard rows(area, quarter) == 0,
                    quarter.period.months.allSatisfy(events.months(ofArea: area).contains)
                else { return nil }
                let others = areas.filter { $0 != area }
                let beside = others.isEmpty ? 0 : others.reduce(0) { $0 + rows($1, quarter) } / others.count
                guard max(beside, rows(area, quarter.yearBefore)) >= Self.usual else { return nil }
                return Finding(
                    .areaWithoutRows, file: source.name,
                    note: "\(plan.areas.areas[area].shortName), \(quarter.period.words)")
            }
        }
    }
}
