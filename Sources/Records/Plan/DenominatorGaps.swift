package import Core
import Indicators

/// Finds areas in tables of rates that have no number in a table of denominators, although no row of that table says
/// so. Their rates would be [x] without an explanation.
package struct DenominatorGaps {
    /// The areas that lack a number for one denominator.
    package struct Gap: Hashable {
        /// The name of the denominator in definitions.
        package let name: String
        /// The year, if the table has years.
        package let year: Int?
        /// The positions of the areas, in the order of the table of areas.
        package let areas: [Int]
        /// Whether no area in tables of rates has a number.
        package let isOfAll: Bool
    }

    private let plan: PipelinePlan

    package init(plan: PipelinePlan) { self.plan = plan }

    /// Returns the gaps in the newest numbers that the rule for the year can choose, whatever the quarter.
    package func ofNewest() -> [Gap] { gaps { name, _ in plan.denominators.newest(name) } }

    /// Returns the gaps for the rates of a quarter.
    package func gaps(for quarter: FinancialQuarter) -> [Gap] {
        gaps { name, column in plan.denominators.denominator(name, for: column.period.months(for: quarter)) }
    }

    private struct Key: Hashable {
        let name: String
        let year: Int?
    }

    private func gaps(_ denominator: (String, TableLayout.Column) -> Denominators.Denominator?) -> [Gap] {
        var (found, order): ([Key: (known: Int, lacking: Set<Int>)], [Key]) = ([:], [])
        for table in plan.tables {
            let names = Set(table.rows.compactMap(\.indicator.denominator)).sorted()
            for column in table.columns where column.measure.isRate {
                for name in names {
                    guard let own = denominator(name, column) else { continue }
                    let key = Key(name: name, year: own.year)
                    if found[key] == nil { order.append(key) }
                    found[key, default: (0, [])].known += own.values[column.area] == nil ? 0 : 1
                    if lacks(column.area, own) { found[key]?.lacking.insert(column.area) }
                }
            }
        }
        return order.compactMap { key in
            guard let (known, lacking) = found[key], !lacking.isEmpty else { return nil }
            return Gap(name: key.name, year: key.year, areas: lacking.sorted(), isOfAll: known == 0)
        }
    }

    /// Returns whether the area lacks a number. A sum of areas lacks a number only if all of its parts have numbers, or
    /// if no area has one.
    private func lacks(_ area: Int, _ own: Denominators.Denominator) -> Bool {
        guard own.values[area] == nil, !own.unknown.contains(area) else { return false }
        let parts = plan.areas.parts[area]
        return parts == [area] || own.values.isEmpty || parts.allSatisfy { own.values[$0] != nil }
    }
}
