package import Core
import Indicators

/// Finds areas of rates for which a table of denominators has no number, though no row of it says so: their rates would be
/// [x] without a word.
package struct DenominatorGaps {
    /// The areas that lack a number of one denominator.
    package struct Gap: Hashable {
        /// The name that definitions use.
        package let name: String
        /// The year, where the table has years.
        package let year: Int?
        /// The areas by position, in the order of the table of areas.
        package let areas: [Int]
        /// Whether none of the areas of rates has one.
        package let isOfAll: Bool
    }

    private let plan: PipelinePlan

    package init(plan: PipelinePlan) { self.plan = plan }

    /// Those of the newest numbers by the rule for the year, whatever the quarter.
    package func ofNewest() -> [Gap] { gaps { name, _ in plan.denominators.newest(name) } }

    /// Those of a quarter's rates.
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

    /// A sum lacks a number of its own only where its parts have theirs.
    private func lacks(_ area: Int, _ own: Denominators.Denominator) -> Bool {
        guard own.values[area] == nil, !own.unknown.contains(area) else { return false }
        let parts = plan.areas.parts[area]
        return parts == [area] || own.values.isEmpty || parts.allSatisfy { own.values[$0] != nil }
    }
}
